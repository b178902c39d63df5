namespace QemuDsl;


/// <summary>An audio back end (<c>-audiodev</c>).</summary>
public interface IAudiodev : IReferable;
