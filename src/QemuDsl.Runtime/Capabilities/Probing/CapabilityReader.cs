using System.Collections.Frozen;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Understands QEMU's answers. One that has another form than QEMU gives is an error, and never a crash.</summary>
internal static class CapabilityReader
{
    private const string AcceleratorSuffix = "-accel";

    /// <param name="program">Path of the program.</param>
    /// <param name="answers">An object with the answers by <see cref="CapabilityQuestions"/>.</param>
    /// <exception cref="JsonException">An answer is not what QEMU would say.</exception>
    public static QemuCapabilities Read(string program, JsonElement answers)
    {
        try
        {
            var version = answers.GetProperty(CapabilityQuestions.Version);
            var numbers = version.GetProperty("qemu");
            return new QemuCapabilities
            {
                Program = program,
                Version = new QemuVersion(Number(numbers, "major"), Number(numbers, "minor"), Number(numbers, "micro")),
                Package = Text(version, "package").Trim(' ', '(', ')'),
                Target = Text(answers.GetProperty(CapabilityQuestions.Target), "arch"),
                Machines = [.. Items(answers, CapabilityQuestions.Machines).Select(Machine)],
                DeviceTypes = Names(answers, CapabilityQuestions.Devices).ToFrozenSet(StringComparer.Ordinal),
                CpuModels = [.. Items(answers, CapabilityQuestions.CpuModels).Select(CpuModel)],
                Accelerators = Names(answers, CapabilityQuestions.Accelerators)
                    .Where(static name => name.EndsWith(AcceleratorSuffix, StringComparison.Ordinal))
                    .Select(static name => name[..^AcceleratorSuffix.Length])
                    .ToFrozenSet(StringComparer.Ordinal),
                QmpCommands = Names(answers, CapabilityQuestions.Commands).ToFrozenSet(StringComparer.Ordinal),
            };
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"it does not have the form QEMU gives it ({failure.Message})", failure);
        }
    }

    private static QemuMachineType Machine(JsonElement item) => new(
        Text(item, "name"), TextOrNull(item, "alias"), Number(item, "cpu-max"), Flag(item, "hotpluggable-cpus"), Flag(item, "deprecated"),
        Flag(item, "is-default"));

    private static QemuCpuModel CpuModel(JsonElement item) => new(
        Text(item, "name"),
        item.TryGetProperty("unavailable-features", out var missing) ? [.. missing.EnumerateArray().Select(Text)] : [],
        Flag(item, "deprecated"));

    private static IEnumerable<string> Names(JsonElement answers, string word) =>
        Items(answers, word).Select(static item => Text(item, "name"));

    // Targets such as avr do not have every command: no answer is an empty one.
    private static JsonElement.ArrayEnumerator Items(JsonElement answers, string word) =>
        answers.TryGetProperty(word, out var list) ? list.EnumerateArray() : default;

    private static int Number(JsonElement item, string key) => item.GetProperty(key).GetInt32();

    private static bool Flag(JsonElement item, string key) => item.TryGetProperty(key, out var flag) && flag.GetBoolean();

    private static string Text(JsonElement item, string key) => Text(item.GetProperty(key));

    private static string? TextOrNull(JsonElement item, string key) => item.TryGetProperty(key, out var text) ? Text(text) : null;

    private static string Text(JsonElement text) => text.GetString() ?? throw new FormatException("null is no text");
}
