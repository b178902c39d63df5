using System.Text.Json;

namespace QemuDsl.Automation;

/// <summary>VMs that are to be started together later on, by another program: a JSON file that only its owner can read.</summary>
public sealed record VmPlan
{
    /// <summary>The VMs.</summary>
    public required IReadOnlyList<VmOrder> Vms { get; init; }

    /// <summary>The JSON of the plan.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, VmPlanJson.Default.VmPlan);

    /// <summary>Reads a plan.</summary>
    /// <exception cref="AutomationException">The file is none.</exception>
    public static async Task<VmPlan> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var text = await DescriptionFile.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(text, VmPlanJson.Default.VmPlan) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            throw new AutomationException(
                AutomationFailure.File, $"{path} is no plan of VMs: {wrong.Message} Build the project again; the build writes it.", wrong);
        }
    }
}
