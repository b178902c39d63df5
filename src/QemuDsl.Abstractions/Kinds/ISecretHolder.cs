namespace QemuDsl;

/// <summary>An option with a <see cref="SecretAttribute"/> value. Implemented by the generator.</summary>
public interface ISecretHolder
{
    /// <summary>The secret; null when it is not given.</summary>
    string? SecretValue { get; }
}
