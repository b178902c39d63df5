namespace QemuDsl;


/// <summary>A thread that does the I/O of devices (<c>-object iothread</c>).</summary>
public interface IIoThread : IQemuObject;
