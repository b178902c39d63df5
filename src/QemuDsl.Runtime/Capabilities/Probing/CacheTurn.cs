namespace QemuDsl.Runtime;

/// <summary>
/// Lets one at a time ask what is then kept. FileShare.None is flock(2): it goes with the process, and holds inside one too.
/// </summary>
internal static class CacheTurn
{
    // EWOULDBLOCK of Linux and of macOS: any other error says that there will never be a turn.
    private const int TakenOnLinux = 11;
    private const int TakenOnMac = 35;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the turn; who has waited long enough, or cannot make the file, goes ahead.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(
        string path, TimeProvider time, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < patience;)
        {
            try
            {
                return new FileStream(path, new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                });
            }
            catch (IOException taken) when (taken.HResult is TakenOnLinux or TakenOnMac)
            {
                await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                break;
            }
        }

        return Stream.Null;
    }
}
