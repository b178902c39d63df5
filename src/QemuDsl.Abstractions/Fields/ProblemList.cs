using System.Collections.Immutable;

namespace QemuDsl.CompilerServices;

/// <summary>Problems of one reading. Nobody mends more than a hundred at once, so more are not kept.</summary>
internal sealed class ProblemList(string unit)
{
    private const int Limit = 100;

    private readonly List<ReadProblem> _problems = [];

    public string Unit { get; } = unit;

    public bool IsFull => _problems.Count >= Limit;

    public void Add(int place, string? key, string? value, string message, string remedy)
    {
        if (!IsFull)
        {
            _problems.Add(new ReadProblem(Unit, place, key, value, message, remedy));
        }
    }

    public Reading<T> Result<T>(T? value)
        where T : class => new(_problems.Count == 0 ? value : null, [.. _problems.OrderBy(static problem => problem.Number)]);
}
