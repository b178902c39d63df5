using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>Asks a program what it can do: one process without a guest, bounded in time and output, whatever the program is.</summary>
internal sealed class CapabilityProbe(IVmHost host, CapabilityOptions options)
{
    // Another number than in the file: it was written by another QemuDsl.
    private const int Format = 1;
    private const int ErrorsLimit = 64 * 1024;

    // TCG, and where it was left out of the build nothing: KVM is not needed for the answers, and may hang.
    private static readonly string[] Arguments =
    [
        "-machine", "none", "-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-accel", "qtest", "-S", "-qmp", "stdio",
    ];

    public async Task<QemuCapabilities> GetAsync(ProgramFacts facts, CancellationToken cancellationToken)
    {
        var cache = new ProbeCache(options.CacheDirectory, host.TimeProvider, host.LoggerFactory.CreateLogger("QemuDsl.Runtime"));
        var found = await cache.GetAsync(
            ProbeCache.NameOf("program", host, facts),
            file => Known(file, facts),
            ending => AskAsync(facts.Program, ending),
            (writer, answer) => Write(writer, facts, answer),
            options.Timeout,
            cancellationToken).ConfigureAwait(false);
        return found.Capabilities;
    }

    private Answer? Known(JsonElement file, ProgramFacts facts) =>
        file.GetProperty("format").GetInt32() == Format && file.GetProperty("host").GetString() == host.Name
        && file.GetProperty("program").GetString() == facts.Program && file.GetProperty("stamp").GetString() == facts.Stamp
            ? new Answer(default, CapabilityReader.Read(facts.Program, file.GetProperty("answers")))
            : null;

    private void Write(Utf8JsonWriter writer, ProgramFacts facts, Answer answer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", Format);
        writer.WriteString("host", host.Name);
        writer.WriteString("program", facts.Program);
        writer.WriteString("stamp", facts.Stamp);
        writer.WritePropertyName("answers");
        answer.Json.WriteTo(writer);
        writer.WriteEndObject();
    }

    private async Task<Answer> AskAsync(string program, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, host.TimeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);

        // The host ends it too: a connection that is lost, or an owner who is killed, ends nothing there.
        var seconds = (Math.Ceiling(options.Timeout.TotalSeconds) + 1).ToString(CultureInfo.InvariantCulture);
        var command = HostShell.Command("run-bounded.sh", [seconds, program, .. Arguments]);
        var process = await host.StartProcessAsync(command, ending.Token).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            var errors = new StringBuilder();
            var reading = ReadErrorsAsync(process.Stderr, errors, ending.Token);
            try
            {
                return await ConverseAsync(program, process, ending.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is QmpException or QmpProtocolException or JsonException or IOException)
            {
                // What it said last comes a moment after the end of its QMP.
                process.Kill();
                await reading.ConfigureAwait(false);
                throw Failure(program, failure.Message, errors.ToString(), failure);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw Failure(
                    program,
                    $"it did not answer within {options.Timeout.TotalSeconds:0.###} s (CapabilityOptions.Timeout)",
                    errors.ToString(),
                    null);
            }
        }
    }

    private static async Task<Answer> ConverseAsync(string program, IHostProcess process, CancellationToken cancellationToken)
    {
        var qmp = new QmpClient(process.Stdout, process.Stdin);
        await using (qmp.ConfigureAwait(false))
        {
            // All at once, 'quit' among them: one round trip, and a QEMU that ends by itself should its owner be killed meanwhile.
            var negotiated = qmp.NegotiateAsync(cancellationToken);
            var questions = CapabilityQuestions.All.Select(question => AnswerAsync(qmp, question, cancellationToken)).ToList();
            Task quitting = qmp.ExecuteAsync("quit", default, cancellationToken);
            await quitting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll([negotiated, .. questions]).ConfigureAwait(false);

            var answers = new List<(string Word, JsonElement? Value)>();
            foreach (var question in questions)
            {
                answers.Add(await question.ConfigureAwait(false));
            }

            var json = Together(answers);
            return new Answer(json, CapabilityReader.Read(program, json));
        }
    }

    private static async Task<(string Word, JsonElement? Value)> AnswerAsync(
        QmpClient qmp, (string Word, string Command, JsonElement Arguments) question, CancellationToken cancellationToken)
    {
        try
        {
            return (question.Word, await qmp.ExecuteAsync(question.Command, question.Arguments, cancellationToken).ConfigureAwait(false));
        }
        catch (QmpException refused) when (refused.ErrorClass == "CommandNotFound")
        {
            return (question.Word, null);
        }
    }

    private static JsonElement Together(List<(string Word, JsonElement? Value)> answers)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (word, value) in answers.Where(static answer => answer.Value is not null))
            {
                writer.WritePropertyName(word);
                value!.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    // Read to its end, so that nothing it prints can hold it up; kept to a limit.
    private static async Task ReadErrorsAsync(Stream stderr, StringBuilder text, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[4096];
            while (await stderr.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                if (text.Length < ErrorsLimit)
                {
                    text.Append(Encoding.UTF8.GetString(buffer, 0, count));
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The program was given up.
        }
    }

    private QemuStartException Failure(string program, string problem, string errors, Exception? cause) => new(
        $"'{Evidence.Printable(program)}' on {host.Name} was asked what it can do, and did not answer as QEMU does: "
        + $"{problem.TrimEnd('.')}. "
        + $"Name a program of QEMU, or run it by hand.\nLast stderr lines:\n{Evidence.LastLines(errors, 5)}",
        innerException: cause);

    private sealed record Answer(JsonElement Json, QemuCapabilities Capabilities);
}
