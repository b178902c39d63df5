namespace QemuDsl;


/// <summary>Any option of the command line that is not of a kind of its own.</summary>
public interface ISwitch : IOption;
