using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Automation;

/// <summary>Takes the texts of a order for what they mean; an error names the text it is about.</summary>
internal static class VmOrderReader
{
    private static readonly char[] Separators = [';', ','];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static NamedVmOptions Options(VmOrder order)
    {
        var options = new NamedVmOptions(order.Name) { Artifacts = order.Artifacts, RecordFiles = order.RecordFiles };
        return options with
        {
            Lifetime = Value(nameof(VmOrder.Lifetime), order.Lifetime, DurationText.Parse) ?? options.Lifetime,
            Timeout = Value(nameof(VmOrder.Timeout), order.Timeout, DurationText.Parse) ?? options.Timeout,
            ReadyWhen = Field(nameof(VmOrder.ReadyWhen), order.ReadyWhen, ReadyExpression.Parse),
            GuestAgent = Value(nameof(VmOrder.GuestAgent), order.GuestAgent, Word<GuestAgentPort>),
            Accelerator = Value(nameof(VmOrder.Accelerator), order.Accelerator, Word<Accelerator>) ?? options.Accelerator,
        };
    }

    public static async Task<DescribedVm> LoadAsync(VmOrder order, CancellationToken cancellationToken)
    {
        var additions = new VmAdditions
        {
            ForwardTcp = Field(nameof(VmOrder.ForwardTcp), order.ForwardTcp, Ports) ?? [],
            // A profile knows itself what its memory is for.
            Memory = IsProfile(order) ? null : Value(nameof(VmOrder.Memory), order.Memory, Size),
        };
        var (field, description) = Description(order);
        try
        {
            return (await description.LoadAsync(cancellationToken).ConfigureAwait(false)).With(additions);
        }
        catch (AutomationException wrong) when (wrong.Field is null)
        {
            throw DeviceErrors.Find(order, wrong) ?? wrong.At(PropertyOf(order, wrong) ?? field);
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

    private static (string Field, VmDescription Description) Description(VmOrder order)
    {
        CheckOneSource(order);
        if (IsProfile(order))
        {
            return (nameof(VmOrder.Profile), Profile(order));
        }

        CheckNoProperties(order);
        return order switch
        {
            { Arguments: { } file } => (nameof(VmOrder.Arguments), new ArgumentsDescription(file)),
            { Json: { } file } => (nameof(VmOrder.Json), new JsonDescription(file) { Content = WithDevices(order, file) }),
            _ => (nameof(VmOrder.Machine), new JsonDescription(order.Name) { Content = MachineJson(order) }),
        };
    }

    private static bool IsProfile(VmOrder order) => order is { Arguments: null, Machine: null } and not { Profile: null, Json: not null };

    private static ProfileDescription Profile(VmOrder order)
    {
        var properties = new Dictionary<string, string>(order.Properties, StringComparer.OrdinalIgnoreCase);
        if (order.Memory is { } memory)
        {
            properties[nameof(VmOrder.Memory)] = memory;
        }

        return new ProfileDescription(order.ProfileAssembly ?? throw Wrong(nameof(VmOrder.ProfileAssembly), "The assembly of the profile is not told."))
        {
            Profile = order.Profile, JsonFile = order.Json, Properties = properties, ProfileHost = order.ProfileHost,
            DependenciesOf = order.DependenciesOf, PackageFolders = order.PackageFolders,
        };
    }

    private static void CheckOneSource(VmOrder order)
    {
        string[] told =
        [
            .. Told(nameof(VmOrder.Profile), order.Profile), .. Told(nameof(VmOrder.Arguments), order.Arguments),
            .. Told(nameof(VmOrder.Machine), order.Machine),
        ];
        if (told.Length > 1)
        {
            throw Wrong(told[1], $"{string.Join(" and ", told)} exclude one another. Name one of them.");
        }

        if (order.Devices.Count > 0 && (IsProfile(order) || order.Arguments is not null))
        {
            throw Wrong(told.FirstOrDefault() ?? nameof(VmOrder.Devices), "Devices belong to a Machine or to the JSON of a whole VM, not to this.");
        }
    }

    private static string[] Told(string name, string? value) => value is null ? [] : [name];

    private static void CheckNoProperties(VmOrder order)
    {
        if (order.Properties.Keys.FirstOrDefault() is { } stray)
        {
            throw Wrong(stray, $"'{Shown.Text(stray)}' would be a property of a profile, and no Profile is named. Name one, or leave it out.");
        }
    }

    /// <summary>The object that a file holds; null when it holds none, which whoever reads it next tells.</summary>
    public static JsonObject? ReadObject(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), null, Lenient) as JsonObject;
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? WithDevices(VmOrder order, string file)
    {
        if (order.Devices.Count == 0 || ReadObject(file) is not { } json)
        {
            return null;
        }

        var devices = json["devices"] as JsonArray ?? [];
        json["devices"] = devices;
        Add(devices, order);
        return json.ToJsonString();
    }

    private static string MachineJson(VmOrder order)
    {
        var devices = new JsonArray();
        Add(devices, order);
        return new JsonObject { ["machine"] = new JsonObject { ["type"] = order.Machine }, ["devices"] = devices }.ToJsonString();
    }

    private static void Add(JsonArray devices, VmOrder order)
    {
        for (var index = 0; index < order.Devices.Count; index++)
        {
            try
            {
                devices.Add((JsonNode)DeviceText.ToJson(order.Devices[index].Driver, order.Devices[index].Values));
            }
            catch (AutomationException wrong)
            {
                throw wrong.At(wrong.Field, index);
            }
        }
    }

    private static string? PropertyOf(VmOrder order, AutomationException wrong) =>
        wrong.Failure != AutomationFailure.Property
            ? null
            : order.Properties.Keys.Append(nameof(VmOrder.Memory)).FirstOrDefault(name => IsAbout(wrong.Message, $": $.{name}"));

    // The profile's reader begins with the path: "$.memry: is not a name known here". A path may go on into a property, and another one begin like it.
    private static bool IsAbout(string message, string path)
    {
        var at = message.IndexOf(path, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at + path.Length == message.Length || message[at + path.Length] is ':' or '.' or '[');
    }

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
