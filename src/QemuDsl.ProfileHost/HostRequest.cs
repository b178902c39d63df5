using System.Text.Json;

namespace QemuDsl.ProfileHost;

/// <summary>The command line of this program.</summary>
internal sealed record HostRequest(string Assembly)
{
    public const string Usage =
        """
        Loads a VM profile from an assembly and prints its command and options as JSON.

        Usage: dotnet exec --depsfile ASSEMBLY.deps.json QemuDsl.ProfileHost.dll ASSEMBLY [--profile NAME] [--json FILE] [--properties FILE]

          --profile NAME     The profile's type, with or without namespace; needed when the assembly holds several.
          --json FILE        Properties of the profile as JSON ('-' reads standard input).
          --properties FILE  A JSON object of texts, which win over --json: each is taken for what the type of its property
                             needs ('-' reads standard input).
        """;

    public string? Profile { get; init; }

    public string? Json { get; init; }

    public string? Properties { get; init; }

    /// <summary>Reads the arguments; null when help was asked for.</summary>
    public static HostRequest? Parse(string[] arguments)
    {
        if (arguments.Length == 0 || arguments.Contains("--help"))
        {
            return null;
        }

        var request = new HostRequest(arguments[0]);
        for (var index = 1; index < arguments.Length; index += 2)
        {
            var value = index + 1 < arguments.Length ? arguments[index + 1] : throw new HostRequestException($"{arguments[index]} needs a value.\n\n{Usage}");
            request = arguments[index] switch
            {
                "--profile" => request with { Profile = value },
                "--json" => request with { Json = value },
                "--properties" => request with { Properties = value },
                _ => throw new HostRequestException($"'{arguments[index]}' is not an option of this program.\n\n{Usage}"),
            };
        }

        return request is { Json: "-", Properties: "-" }
            ? throw new HostRequestException("--json and --properties cannot both be standard input. Write one of them to a file.")
            : request;
    }
}
