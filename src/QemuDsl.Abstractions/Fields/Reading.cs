using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace QemuDsl;

/// <summary>What came of reading a text or a command line: the record, or all that is wrong.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Reading<T>
    where T : class
{
    internal Reading(T? value, ImmutableArray<ReadProblem> problems)
    {
        Value = value;
        Problems = problems;
    }

    /// <summary>The record; null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>What is wrong, in the order of the text; at most a hundred.</summary>
    public ImmutableArray<ReadProblem> Problems { get; }

    /// <summary>Whether there is a record.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsFine => Value is not null;
}
