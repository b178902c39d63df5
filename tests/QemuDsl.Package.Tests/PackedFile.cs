using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace QemuDsl.Package.Tests;

/// <summary>A package as it would be published, opened.</summary>
internal sealed class PackedFile(string file) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(file);

    public string Id => Value("id") ?? "";

    public IReadOnlyList<string> Files => [.. _archive.Entries.Select(static entry => entry.FullName)];

    public XElement Metadata => field ??= ReadMetadata();

    /// <summary>Text of an element of the description, or null.</summary>
    public string? Value(string element) => Element(element)?.Value;

    public XElement? Element(string name) => Metadata.Elements().SingleOrDefault(child => child.Name.LocalName == name);

    public byte[] Read(string path)
    {
        using var stream = _archive.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Assemblies that are made here, not those of others that are packed along.</summary>
    public IEnumerable<string> OwnAssemblies() => Files.Where(static path =>
        path.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(path) is var name
        && (name.StartsWith("QemuDsl", StringComparison.Ordinal) || name.StartsWith("qemu-dsl", StringComparison.Ordinal)));

    public bool HasEmbeddedSymbols(string path)
    {
        using var reader = new PEReader([.. Read(path)]);
        return reader.ReadDebugDirectory().Any(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    /// <summary>Whether its compiler was to give the same bytes for the same sources.</summary>
    public bool IsReproducible(string path)
    {
        using var reader = new PEReader([.. Read(path)]);
        return reader.ReadDebugDirectory().Any(static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    /// <summary>Where its sources were, as its symbols have it.</summary>
    public IReadOnlyList<string> Sources(string path)
    {
        using var reader = new PEReader([.. Read(path)]);
        var entry = reader.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        var metadata = symbols.GetMetadataReader();
        return [.. metadata.Documents.Select(handle => metadata.GetString(metadata.GetDocument(handle).Name))];
    }

    public void Dispose() => _archive.Dispose();

    private XElement ReadMetadata()
    {
        using var stream = _archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single(static child => child.Name.LocalName == "metadata");
    }
}
