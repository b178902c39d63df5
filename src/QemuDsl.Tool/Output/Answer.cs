using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace QemuDsl.Tool.Output;

/// <summary>What a command answers: lines for people, or JSON.</summary>
internal static class Answer
{
    public static async Task WriteAsync<T>(TextWriter output, bool asJson, T answer, JsonTypeInfo<T> json, Func<T, IEnumerable<string>> text)
    {
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(answer, json)).ConfigureAwait(false);
            return;
        }

        foreach (var line in text(answer))
        {
            await output.WriteLineAsync(line).ConfigureAwait(false);
        }
    }
}
