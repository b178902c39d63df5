using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using QemuDsl.CompilerServices;

namespace QemuDsl.Runtime;

/// <summary>Adds to a VM that runs and takes away from it, one thing after the other.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no wait handle to free.")]
internal sealed class HotPlug(IVmHost host, QmpClient qmp, IQemuCommand command, string runDirectory)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly PluggedOptions _plugged = new(command);
    private readonly Unplug _unplug = new(qmp, host.TimeProvider);
    private readonly SecretText _secrets = new(command);
    private Task _rollingBack = Task.CompletedTask;

    public async Task<QemuId> AddAsync(IOption option, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _rollingBack.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_plugged.IdOf(option) is { } id)
            {
                throw new HotPlugException(
                    HotPlugFailure.Invalid,
                    $"{option.Description.Display} is part of the VM already (id '{id}'). Add another record, such as a copy.");
            }

            var steps = Plan(option);
            await AddAllAsync(steps, cancellationToken).ConfigureAwait(false);
            _plugged.Add(option, steps);
            return steps[^1].Id;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task RemoveAsync(OptionKind kind, IReferable record, TimeSpan limit, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _rollingBack.WaitAsync(cancellationToken).ConfigureAwait(false);
            // Only an id: of something that was added here, or of something nobody here knows.
            var option = record as IOption ?? _plugged.Find(kind, record.Id!.Value.Value);
            if (option is not null && _plugged.AddedFor(option) is { Count: > 0 } steps)
            {
                await RemoveAddedAsync(steps, limit, cancellationToken).ConfigureAwait(false);
                return;
            }

            var id = option is null ? record.Id!.Value.Value : _plugged.IdOf(option) ?? throw NotThere(option);
            await RemoveOneAsync(kind, id, known: option is not null, limit, cancellationToken).ConfigureAwait(false);
            if (option is not null)
            {
                _plugged.Forget(option);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private IReadOnlyList<PlugStep> Plan(IOption option)
    {
        var context = new PlugContext(_plugged.IdOf, command.Arguments, _plugged.Ids, runDirectory) { Version = qmp.Version };
        var plan = PlugPlan.Of(option, context);
        var errors = plan.Findings.Where(static finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
        {
            return plan.Steps;
        }

        var failure = errors.Exists(static error => error.Id == FindingIds.NotHotPluggable)
            ? HotPlugFailure.NotHotPluggable
            : HotPlugFailure.Invalid;
        var list = string.Join('\n', errors.Select(static error => $"  {error}"));
        throw new HotPlugException(failure, $"{option.Description.Display} was not added; nothing was sent to QEMU:\n{list}", errors);
    }

    private async Task AddAllAsync(IReadOnlyList<PlugStep> steps, CancellationToken cancellationToken)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            try
            {
                await AddOneAsync(steps[index], cancellationToken).ConfigureAwait(false);
            }
            catch (QmpException refused)
            {
                _rollingBack = RollBackAsync(steps.Take(index));
                await _rollingBack.WaitAsync(cancellationToken).ConfigureAwait(false);
                throw Refused(steps[index], refused);
            }
            catch
            {
                // It may have been added all the same. Whoever gave up does not wait; what comes next does.
                _rollingBack = RollBackAsync(steps.Take(index + 1));
                throw;
            }
        }
    }

    private async Task AddOneAsync(PlugStep step, CancellationToken cancellationToken)
    {
        if (step.Secret is { } secret)
        {
            await host.WriteFileAsync(Path.Combine(runDirectory, secret.Name), secret.Content, cancellationToken).ConfigureAwait(false);
        }

        using var arguments = JsonDocument.Parse(step.Arguments);
        await qmp.ExecuteAsync(step.Command, arguments.RootElement, cancellationToken).ConfigureAwait(false);
    }

    private async Task RollBackAsync(IEnumerable<PlugStep> steps)
    {
        foreach (var step in steps.Reverse())
        {
            try
            {
                await SendRemovalAsync(step.Option.Description.Kind, step.Id, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception gone) when (gone is QemuException or IOException or ObjectDisposedException)
            {
                // It is not there, or QEMU is not: why it failed in the first place is what the caller gets.
            }
        }
    }

    // What was added along with it goes along with it, unless something else that was added later uses it.
    private async Task RemoveAddedAsync(IReadOnlyList<PlugStep> steps, TimeSpan limit, CancellationToken cancellationToken)
    {
        // QEMU 7.2 takes an iothread away from under its disk without a word.
        if (_plugged.UserOf(steps[^1].Option) is { } user)
        {
            throw new HotPlugException(
                HotPlugFailure.Refused,
                $"'{steps[^1].Id}' was not taken away: {user.Option.Description.Display} '{user.Id}' uses it. Remove that first.");
        }

        foreach (var step in steps.Reverse().ToList())
        {
            if (_plugged.UserOf(step.Option) is not null)
            {
                continue;
            }

            await RemoveOneAsync(step.Option.Description.Kind, step.Id, known: true, limit, cancellationToken).ConfigureAwait(false);
            _plugged.Forget(step);
        }
    }

    private async Task RemoveOneAsync(OptionKind kind, string id, bool known, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (kind == OptionKind.Device)
        {
            await _unplug.RunAsync(id, known, limit, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await SendRemovalAsync(kind, id, cancellationToken).ConfigureAwait(false);
        }
        catch (QmpException refused)
        {
            throw new HotPlugException(
                HotPlugFailure.Refused,
                $"QEMU did not take '{id}' away: {Evidence.Printable(refused.Description)}. Remove what uses it first.",
                innerException: refused);
        }
    }

    private async Task SendRemovalAsync(OptionKind kind, string id, CancellationToken cancellationToken)
    {
        var (name, key) = PlugPlan.Removal(kind) ?? throw new HotPlugException(
            HotPlugFailure.NotHotPluggable, $"'{id}' cannot be taken away from a VM that runs: QMP has no command for it.");
        await qmp.ExecuteAsync(name, new JsonObject { [key] = id }.ToArguments(), cancellationToken).ConfigureAwait(false);
    }

    private HotPlugException Refused(PlugStep step, QmpException refused) => new(
        Unplug.IsAboutHotPlug(refused) ? HotPlugFailure.NotHotPluggable : HotPlugFailure.Refused,
        $"QEMU did not take {step.Option.Description.Display}: {Evidence.Printable(refused.Description)}. "
        + $"What had been added for it is gone again. {step.Command} {_secrets.MaskQmp(step.Arguments)}",
        innerException: refused);

    private static HotPlugException NotThere(IOption option) => new(
        HotPlugFailure.Invalid,
        $"{option.Description.Display} is not part of the VM. Records are told apart by identity: take the one that was added.");
}
