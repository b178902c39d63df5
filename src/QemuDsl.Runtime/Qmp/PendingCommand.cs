using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>A command that waits for its answer.</summary>
internal sealed class PendingCommand(string name) : IThreadPoolWorkItem
{
    // Who waits goes on where the answer is completed.
    private readonly TaskCompletionSource<JsonElement> _answer = new();
    private JsonElement _value;
    private Exception? _failure;
    private bool _isAnswered;

    public Task<JsonElement> Task => _answer.Task;

    /// <summary>Takes the answer; who waits learns it when it is completed.</summary>
    /// <exception cref="InvalidOperationException">It is no Unicode.</exception>
    public PendingCommand Answer(JsonElement message)
    {
        _failure = message.TryGetProperty("return", out _value) ? null
            : message.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            ? new QmpException(name, Text(error, "class"), Text(error, "desc"))
            : new QmpProtocolException($"the answer to '{name}' has neither return nor error", message.GetRawText());
        _isAnswered = true;
        return this;
    }

    /// <summary>Lets who waits go on, here and now. Never throws.</summary>
    public void Complete()
    {
        if (_failure is { } failure)
        {
            _answer.TrySetException(failure);

            // Whoever gave up waiting does not look.
            _ = _answer.Task.Exception;
        }
        else
        {
            _answer.TrySetResult(_value);
        }
    }

    /// <summary>Lets who waits go on, on a thread of its own.</summary>
    public void CompleteElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute() => Complete();

    /// <summary>There is no answer, unless it has come and is only not handed out yet: the end of a QEMU that answered 'quit' follows at once.</summary>
    public void Fail(Exception end)
    {
        if (!_isAnswered)
        {
            _failure = end;
            CompleteElsewhere();
        }
    }

    private static string Text(JsonElement error, string key) =>
        error.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "?";
}
