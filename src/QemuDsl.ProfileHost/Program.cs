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

    var profile = ProfileLoader.Load(request);
    using (var output = Console.OpenStandardOutput())
    using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
    {
        CommandJson.Write(writer, profile);
    }

    return 0;
}
catch (Exception failure) when (failure is QemuException or HostRequestException or JsonException or IOException or BadImageFormatException)
{
    await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
    return 2;
}
