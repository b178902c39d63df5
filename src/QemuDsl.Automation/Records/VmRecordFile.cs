using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Automation;

/// <summary>
/// The file of a <see cref="VmRecord"/>. It is there whole or not at all, only its owner can read it (mode 0600), and nothing is read from it that is not
/// exactly what this version writes.
/// </summary>
public static class VmRecordFile
{
    private const int Limit = 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a record, over an older one if there is one; directories are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Gives up; the older file stays.</param>
    /// <exception cref="AutomationException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, VmRecord record, CancellationToken cancellationToken = default)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var stream = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
            await using (stream.ConfigureAwait(false))
            {
                await JsonSerializer.SerializeAsync(stream, record, VmRecordJson.Default.VmRecord, cancellationToken).ConfigureAwait(false);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new AutomationException(
                AutomationFailure.File, $"The record of the VM '{Shown.Text(record.Name)}' cannot be written to {path}: {unwritable.Message}", unwritable);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Reads a record; null when there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AutomationException">The file is no record; the message names the file, the line and the field.</exception>
    public static async Task<VmRecord?> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return !File.Exists(path) ? null
                : new FileInfo(path).Length > Limit ? throw Wrong(path, 1, "has more than a mebibyte")
                : Parse(path, await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (FileNotFoundException)
        {
            // Deleted in this moment.
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new AutomationException(AutomationFailure.File, $"{path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static VmRecord Parse(string path, byte[] json)
    {
        try
        {
            CheckFormat(path, json);
            var record = JsonSerializer.Deserialize(json, VmRecordJson.Default.VmRecord) ?? throw Wrong(path, 1, "is null");
            return VmRecordChecks.FirstFault(record) is not var (field, problem)
                ? record
                : throw Wrong(path, LineOf(json, field), $"{field} {problem}");
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path is null or "$" ? "" : $"{wrong.Path.Replace("$.", "", StringComparison.Ordinal)}: ";
            throw Wrong(path, (wrong.LineNumber ?? 0) + 1, $"{field}{FirstSentence(wrong.Message)}", wrong);
        }
    }

    // Before the fields: those of another format are not known here, and that would not be what is wrong.
    private static void CheckFormat(string path, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format)
            && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) && number != VmRecord.CurrentFormat)
        {
            throw Wrong(path, LineOf(json, "format"), string.Create(
                CultureInfo.InvariantCulture,
                $"format {number} is another version's, this one reads {VmRecord.CurrentFormat}: use the version that started the VM"));
        }
    }

    private static long LineOf(byte[] json, string field)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(field))
            {
                return json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
            }
        }

        return 1;
    }

    // The rest repeats path and line in another form.
    private static string FirstSentence(string message) => message.Split(" Path: ")[0].TrimEnd('.');

    private static AutomationException Wrong(string path, long line, string problem, Exception? inner = null) => new(
        AutomationFailure.Record,
        string.Create(CultureInfo.InvariantCulture, $"{path}({line}): this is no record of a VM: {problem}. Stop the VM by its name, and delete the file."),
        inner);
}
