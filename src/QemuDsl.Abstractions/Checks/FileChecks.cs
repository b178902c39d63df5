namespace QemuDsl;

/// <summary>Files that what the guest writes goes to: one writer each.</summary>
internal static class FileChecks
{
    public static void Run(IReadOnlyList<string> arguments, Findings findings)
    {
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index + 1 < arguments.Count; index++)
        {
            foreach (var (key, file) in Written(arguments[index], arguments[index + 1]))
            {
                // Devices are for several.
                if (!file.StartsWith("/dev/", StringComparison.Ordinal) && !writers.TryAdd(file, arguments[index + 1]))
                {
                    findings.Add(new Finding(
                        FindingIds.SharedFile, Severity.Warning, arguments[index], key, file, $"is written by '{writers[file]}' too, and the two overwrite each other",
                        "Give each its own file, or let one character device with 'logfile' serve both."));
                }
            }
        }
    }

    private static IEnumerable<(string Key, string File)> Written(string option, string value)
    {
        const string Serial = "file:";
        if (option == "-serial" && value.StartsWith(Serial, StringComparison.Ordinal))
        {
            yield return ("path", value[Serial.Length..]);
        }
        else if (option == "-chardev")
        {
            var keys = RenderedKeys.Of([option, value]);
            if (value.StartsWith("file,", StringComparison.Ordinal) && keys.TryGetValue("path", out var path))
            {
                yield return ("path", path);
            }

            if (keys.TryGetValue("logfile", out var log))
            {
                yield return ("logfile", log);
            }
        }
    }
}
