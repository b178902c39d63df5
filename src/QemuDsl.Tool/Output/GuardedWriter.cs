using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace QemuDsl.Tool.Output;

/// <summary>A standard stream, which may be closed, full, or gone with its terminal.</summary>
internal sealed class GuardedWriter : TextWriter
{
    [SuppressMessage("Usage", "CA2213", Justification = "A standard stream belongs to the process.")]
    private readonly TextWriter _inner;
    private readonly Action<Exception> _fail;

    private GuardedWriter(TextWriter inner, Action<Exception> fail)
    {
        _inner = inner;
        _fail = fail;
    }

    public override Encoding Encoding => _inner.Encoding;

    /// <summary>Standard output: what cannot be written ends the run.</summary>
    public static GuardedWriter Output() => new(
        Console.Out,
        static failure => throw new ToolException(
            $"Standard output cannot be written: {failure.Message}. Free space, or send it elsewhere.", ExitCodes.Failed));

    /// <summary>Standard error: nobody could be told, so the VM is still run, stopped and cleaned up, and the exit code tells.</summary>
    public static GuardedWriter Errors() => new(Console.Error, static _ => { });

    public override void Write(char value) => Guard(() => _inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => _inner.Write(buffer, index, count));

    public override void Write(string? value) => Guard(() => _inner.Write(value));

    public override void WriteLine(string? value) => Guard(() => _inner.WriteLine(value));

    public override void Flush() => Guard(_inner.Flush);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _fail(failure);
        }
    }
}
