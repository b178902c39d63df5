using System.Collections;
using System.Reflection;

namespace QemuDsl.Nfv.Tests;

/// <summary>Records with every property set, so that no option escapes a test.</summary>
internal static class Everything
{
    public static T In<T>()
        where T : new()
    {
        var record = new T();
        foreach (var property in typeof(T).GetProperties().Where(static property => property.CanWrite))
        {
            property.SetValue(record, ValueOf(property.PropertyType));
            Assert.False(IsUnset(property.GetValue(record)), property.Name);
        }

        return record;
    }

    private static bool IsUnset(object? value) => value is null or false or IReadOnlyCollection<object> { Count: 0 } || (value is IEnumerable list and not string && !list.Cast<object>().Any());

    private static object ValueOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => 1,
            _ when plain == typeof(string) => "1",
            _ when plain == typeof(Guid) => Guid.NewGuid(),
            _ when plain == typeof(CpuSet) => CpuSet.Of(0, 1),
            _ when plain == typeof(HexMask) => new HexMask(3),
            _ when plain == typeof(EthPeer) => new EthPeer(0, "52:54:00:00:00:01"),
            _ when plain == typeof(PciBdf) => new PciBdf(0, 0, 6),
            _ when plain == typeof(AllowedDevice) => new AllowedDevice("0000:00:06.0"),
            _ when plain.IsEnum => Enum.GetValues(plain).GetValue(0)!,
            _ when plain.IsGenericType => ListOf(plain.GetGenericArguments()[0]),
            _ => throw new InvalidOperationException($"Nobody knows a value of {plain}."),
        };
    }

    private static object ListOf(Type item) =>
        typeof(Everything).GetMethod(nameof(One), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [ValueOf(item)])!;

    private static OptionList<T> One<T>(T item) => [item];
}
