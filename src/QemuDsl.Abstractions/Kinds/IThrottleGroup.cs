namespace QemuDsl;


/// <summary>Limits shared by disks (<c>-object throttle-group</c>).</summary>
public interface IThrottleGroup : IQemuObject;
