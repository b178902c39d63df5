using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>A command that waits for its answer.</summary>
internal sealed class PendingCommand(string name) : IThreadPoolWorkItem
{
    // Who waits goes on where the answer is completed.
    private readonly TaskCompletionSource<JsonElement> _answer = new();
    private JsonElement _message;

    public Task<JsonElement> Task => _answer.Task;

    /// <summary>Takes the answer; who waits learns it when it is completed.</summary>
    public PendingCommand Answer(JsonElement message)
    {
        _message = message;
        return this;
    }

    /// <summary>Lets who waits go on, here and now.</summary>
    public void Complete()
    {
        if (_message.TryGetProperty("return", out var value))
        {
            _answer.TrySetResult(value);
        }
        else if (_message.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            _answer.TrySetException(new QmpException(name, Text(error, "class"), Text(error, "desc")));
        }
        else
        {
            _answer.TrySetException(new QmpProtocolException($"the answer to '{name}' has neither return nor error", _message.GetRawText()));
        }
    }

    /// <summary>Lets who waits go on, on a thread of its own.</summary>
    public void CompleteElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute() => Complete();

    public void Fail(Exception end) => ThreadPool.UnsafeQueueUserWorkItem(
        static waiting =>
        {
            waiting.Answer.TrySetException(waiting.End);

            // Whoever gave up waiting does not look.
            _ = waiting.Answer.Task.Exception;
        },
        (Answer: _answer, End: end),
        preferLocal: false);

    private static string Text(JsonElement error, string key) =>
        error.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "?";
}
