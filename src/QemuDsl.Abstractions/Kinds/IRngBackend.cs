namespace QemuDsl;


/// <summary>A source of random numbers (<c>-object rng-…</c>).</summary>
public interface IRngBackend : IQemuObject;
