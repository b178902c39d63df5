using System.Collections.Concurrent;

namespace QemuDsl.Runtime;

/// <summary>What the waits that try again and again met last, for the message of a deadline. Waits themselves are shared by VMs.</summary>
internal sealed class BootNotes(BootNotes? outer = null)
{
    private readonly ConcurrentDictionary<BootWait, string> _notes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of one wait and those in it; whoever is around it hears of it too.</summary>
    public BootNotes Inner() => new(this);

    public void Set(BootWait wait, string note)
    {
        _notes[wait] = note;
        outer?.Set(wait, note);
    }

    /// <summary>An ending of the sentence that tells of the deadline.</summary>
    public override string ToString() => _notes.IsEmpty ? "" : $" (last: {string.Join("; ", _notes.Values)})";
}
