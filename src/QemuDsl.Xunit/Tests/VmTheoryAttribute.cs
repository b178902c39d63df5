using System.Runtime.CompilerServices;

namespace QemuDsl.Xunit;

/// <summary>A theory that needs a VM: skipped, with the reason, where none can run.</summary>
/// <remarks>With the environment variable <see cref="VmFixture.RequiredVariable"/> set to <c>1</c>, as on a CI, it fails there instead.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VmTheoryAttribute : TheoryAttribute
{
    /// <param name="sourceFilePath">Filled in by the compiler.</param>
    /// <param name="sourceLineNumber">Filled in by the compiler.</param>
    public VmTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => SkipExceptions = [typeof(VmUnavailableException)];

    /// <summary>A QEMU that the test starts itself on this machine, such as <c>qemu-system-aarch64</c>; nothing is looked for when null.</summary>
    public string? Program
    {
        get;
        set
        {
            field = value;
            Skip = Programs.WhyMissing(value);
        }
    }
}
