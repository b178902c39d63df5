using CsCheck;

namespace QemuDsl.Abstractions.Tests;

/// <summary>Generators that several tests use.</summary>
internal static class LabGen
{
    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    public static Gen<T?> OrNone<T>(this Gen<T> some)
        where T : class => Gen.Select(Gen.Bool, some).Select(static both => both.Item1 ? both.Item2 : null);
}
