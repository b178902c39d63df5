using System.Text.Json;
using QemuDsl;
using QemuDsl.ProfileHost;

try
{
    var request = HostRequest.Parse(args);
    if (request is null)
    {
        await Console.Out.WriteLineAsync(HostRequest.Usage).ConfigureAwait(false);
        return 0;
    }

    // Standard output is the answer's alone: what a profile's code prints goes to standard error.
    Console.SetOut(Console.Error);
    var profile = ProfileLoader.Load(request);
    using (var output = Console.OpenStandardOutput())
    using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
    {
        CommandJson.Write(writer, profile);
    }

    return 0;
}
catch (QemuJsonException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
    return 3;
}
catch (Exception failure) when (failure is QemuException or HostRequestException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
    return 2;
}
#pragma warning disable CA1031 // Whatever else comes is thrown by the profile's own code, and its author needs to see where.
catch (Exception failure)
#pragma warning restore CA1031
{
    await Console.Error.WriteLineAsync($"The profile's own code failed: {failure}").ConfigureAwait(false);
    return 2;
}
