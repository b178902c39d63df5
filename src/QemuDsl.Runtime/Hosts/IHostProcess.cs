namespace QemuDsl.Runtime;

/// <summary>A process on a host with its three streams. Disposing closes the streams and kills what is left of it.</summary>
public interface IHostProcess : IAsyncDisposable
{
    /// <summary>What it reads; disposing the stream is the end of file.</summary>
    Stream Stdin { get; }

    /// <summary>What it writes.</summary>
    Stream Stdout { get; }

    /// <summary>What it writes for people.</summary>
    Stream Stderr { get; }

    /// <summary>Its exit code once it has ended; 128 and the number when a signal ended it.</summary>
    Task<int> Completion { get; }

    /// <summary>Whether it is not known how it ended, because the connection to it was lost. Its streams have ended then.</summary>
    bool IsLost => false;

    /// <summary>Lets go of it: the streams close, the process goes on. Disposing is not needed any more.</summary>
    Task ReleaseAsync();

    /// <summary>Ends it at once (SIGKILL); nothing happens when it is gone.</summary>
    void Kill();
}
