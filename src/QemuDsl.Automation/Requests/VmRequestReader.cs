using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Automation;

/// <summary>Takes the texts of a request for what they mean; an error names the text it is about.</summary>
internal static class VmRequestReader
{
    private static readonly char[] Separators = [';', ','];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static NamedVmOptions Options(VmRequest request)
    {
        var options = new NamedVmOptions(request.Name) { Artifacts = request.Artifacts, RecordFiles = request.RecordFiles };
        return options with
        {
            Lifetime = Value(nameof(VmRequest.Lifetime), request.Lifetime, DurationText.Parse) ?? options.Lifetime,
            Timeout = Value(nameof(VmRequest.Timeout), request.Timeout, DurationText.Parse) ?? options.Timeout,
            ReadyWhen = Field(nameof(VmRequest.ReadyWhen), request.ReadyWhen, ReadyExpression.Parse),
            GuestAgent = Value(nameof(VmRequest.GuestAgent), request.GuestAgent, Word<GuestAgentPort>),
            Accelerator = Value(nameof(VmRequest.Accelerator), request.Accelerator, Word<Accelerator>) ?? options.Accelerator,
        };
    }

    public static async Task<DescribedVm> LoadAsync(VmRequest request, CancellationToken cancellationToken)
    {
        var additions = new VmAdditions
        {
            ForwardTcp = Field(nameof(VmRequest.ForwardTcp), request.ForwardTcp, Ports) ?? [],
            // A profile knows itself what its memory is for.
            Memory = IsProfile(request) ? null : Value(nameof(VmRequest.Memory), request.Memory, Size),
        };
        var (field, description) = Description(request);
        try
        {
            return (await description.LoadAsync(cancellationToken).ConfigureAwait(false)).With(additions);
        }
        catch (AutomationException wrong) when (wrong.Field is null)
        {
            throw wrong.At(PropertyOf(request, wrong) ?? field);
        }
    }

    /// <summary>What a text means; null when there is none.</summary>
    public static T? Field<T>(string field, string? text, Func<string, T> read)
        where T : class => string.IsNullOrWhiteSpace(text) ? null : At(field, text, read);

    private static T? Value<T>(string field, string? text, Func<string, T> read)
        where T : struct => string.IsNullOrWhiteSpace(text) ? null : At(field, text, read);

    private static T At<T>(string field, string text, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (AutomationException wrong)
        {
            throw wrong.At(field);
        }
    }

    private static (string Field, VmDescription Description) Description(VmRequest request)
    {
        CheckOneSource(request);
        if (IsProfile(request))
        {
            return (nameof(VmRequest.Profile), Profile(request));
        }

        CheckNoProperties(request);
        return request switch
        {
            { Arguments: { } file } => (nameof(VmRequest.Arguments), new ArgumentsDescription(file)),
            { Json: { } file } => (nameof(VmRequest.Json), new JsonDescription(file) { Content = WithDevices(request, file) }),
            _ => (nameof(VmRequest.Machine), new JsonDescription(request.Name) { Content = MachineJson(request) }),
        };
    }

    private static bool IsProfile(VmRequest request) => request is { Arguments: null, Machine: null } and not { Profile: null, Json: not null };

    private static ProfileDescription Profile(VmRequest request)
    {
        var properties = new Dictionary<string, string>(request.Properties, StringComparer.OrdinalIgnoreCase);
        if (request.Memory is { } memory)
        {
            properties[nameof(VmRequest.Memory)] = memory;
        }

        return new ProfileDescription(request.ProfileAssembly ?? throw Wrong(nameof(VmRequest.ProfileAssembly), "The assembly of the profile is not told."))
        {
            Profile = request.Profile, JsonFile = request.Json, Properties = properties, ProfileHost = request.ProfileHost,
        };
    }

    private static void CheckOneSource(VmRequest request)
    {
        string[] told =
        [
            .. Told(nameof(VmRequest.Profile), request.Profile), .. Told(nameof(VmRequest.Arguments), request.Arguments),
            .. Told(nameof(VmRequest.Machine), request.Machine),
        ];
        if (told.Length > 1)
        {
            throw Wrong(told[1], $"{string.Join(" and ", told)} exclude one another. Name one of them.");
        }

        if (request.Devices.Count > 0 && (IsProfile(request) || request.Arguments is not null))
        {
            throw Wrong(told.FirstOrDefault() ?? nameof(VmRequest.Devices), "Devices belong to a Machine or to the JSON of a whole VM, not to this.");
        }
    }

    private static string[] Told(string name, string? value) => value is null ? [] : [name];

    private static void CheckNoProperties(VmRequest request)
    {
        if (request.Properties.Keys.FirstOrDefault() is { } stray)
        {
            throw Wrong(stray, $"'{Shown.Text(stray)}' would be a property of a profile, and no Profile is named. Name one, or leave it out.");
        }
    }

    private static string? WithDevices(VmRequest request, string file)
    {
        if (request.Devices.Count == 0 || !File.Exists(file))
        {
            return null;
        }

        var text = File.ReadAllText(file);
        try
        {
            if (JsonNode.Parse(text, null, Lenient) is not JsonObject json)
            {
                return text;
            }

            var devices = json["devices"] as JsonArray ?? [];
            json["devices"] = devices;
            Add(devices, request);
            return json.ToJsonString();
        }
        catch (JsonException)
        {
            // Whoever reads it next says so.
            return text;
        }
    }

    private static string MachineJson(VmRequest request)
    {
        var devices = new JsonArray();
        Add(devices, request);
        return new JsonObject { ["machine"] = new JsonObject { ["type"] = request.Machine }, ["devices"] = devices }.ToJsonString();
    }

    private static void Add(JsonArray devices, VmRequest request)
    {
        foreach (var device in request.Devices)
        {
            devices.Add((JsonNode)DeviceText.ToJson(device.Driver, device.Values));
        }
    }

    // The profile's reader begins with the path: "$.memry: is not a name known here".
    private static string? PropertyOf(VmRequest request, AutomationException wrong) =>
        wrong.Failure != AutomationFailure.Property
            ? null
            : request.Properties.Keys.Append(nameof(VmRequest.Memory))
                .FirstOrDefault(name => wrong.Message.Contains($": $.{name}", StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<int> Ports(string text) =>
        [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Port)];

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new AutomationException(
                AutomationFailure.Text, $"'{Shown.Text(text)}' is no port from 1 to {IPEndPoint.MaxPort}. Write ports of the guest, such as 22;5432.");

    private static ByteSize Size(string text)
    {
        try
        {
            return ByteSize.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new AutomationException(AutomationFailure.Text, wrong.Message, wrong);
        }
    }

    private static T Word<T>(string text)
        where T : struct, Enum =>
        !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var word)
            ? word
            : throw new AutomationException(
                AutomationFailure.Text, $"'{Shown.Text(text)}' is none of {string.Join(", ", Enum.GetNames<T>())}. Write one of them.");

    private static AutomationException Wrong(string field, string message) => new(AutomationFailure.Text, message) { Field = field };
}
