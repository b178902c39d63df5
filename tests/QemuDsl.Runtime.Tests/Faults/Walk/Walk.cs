namespace QemuDsl.Runtime.Tests;

/// <summary>Counts the steps of an operation, which are all it asks of its host and every read and write, and cancels it at one of them.</summary>
internal sealed class Walk
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _giveUp;
    private int _left;

    /// <summary>Runs it again and again, cancelled one step later each time, until it comes to its end; what is left of each is looked at.</summary>
    public Task EveryStepAsync(Func<CancellationToken, Task> operation, Func<Task> look) =>
        EveryStepAsync(static () => Task.FromResult(0), (_, token) => operation(token), _ => look());

    /// <inheritdoc cref="EveryStepAsync(Func{CancellationToken, Task}, Func{Task})"/>
    public async Task EveryStepAsync<T>(Func<Task<T>> prepare, Func<T, CancellationToken, Task> operation, Func<T, Task> look)
    {
        for (var at = 1; ; at++)
        {
            var prepared = await prepare();
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            Arm(at, giveUp);
            try
            {
                await operation(prepared, giveUp.Token).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            }
            catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
            {
                // As it should be. Whatever else comes fails the test.
            }

            Arm(0, null);
            await look(prepared);
            if (!giveUp.IsCancellationRequested)
            {
                Assert.True(at > 1, "it has no step");
                return;
            }
        }
    }

    public void Step()
    {
        lock (_lock)
        {
            if (_giveUp is null || --_left != 0)
            {
                return;
            }
        }

        _giveUp.Cancel();
    }

    private void Arm(int at, CancellationTokenSource? giveUp)
    {
        lock (_lock)
        {
            (_left, _giveUp) = (at, giveUp);
        }
    }
}
