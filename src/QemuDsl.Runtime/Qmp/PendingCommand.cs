using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>A command that waits for its answer.</summary>
internal sealed class PendingCommand(string name)
{
    private readonly TaskCompletionSource<JsonElement> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<JsonElement> Task => _answer.Task;

    public void Answer(JsonElement message)
    {
        if (message.TryGetProperty("return", out var value))
        {
            _answer.TrySetResult(value);
        }
        else if (message.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            _answer.TrySetException(new QmpException(name, Text(error, "class"), Text(error, "desc")));
        }
        else
        {
            _answer.TrySetException(new QmpProtocolException($"the answer to '{name}' has neither return nor error", message.GetRawText()));
        }
    }

    public void Fail(Exception end)
    {
        _answer.TrySetException(end);

        // Whoever gave up waiting does not look.
        _ = _answer.Task.Exception;
    }

    private static string Text(JsonElement error, string key) =>
        error.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "?";
}
