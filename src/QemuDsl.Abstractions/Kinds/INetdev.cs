namespace QemuDsl;


/// <summary>A network back end (<c>-netdev</c>), which a network card refers to.</summary>
public interface INetdev : IReferable;
