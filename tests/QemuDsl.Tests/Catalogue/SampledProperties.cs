using System.Collections;
using System.Reflection;

namespace QemuDsl.Tests.Catalogue;

/// <summary>Which properties of which records a command sets.</summary>
internal sealed class SampledProperties
{
    private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _set = [];

    public IReadOnlySet<string> Set => _set;

    public static string NameOf(Type type, PropertyInfo property) => $"{type.Name}.{property.Name}";

    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.SetMethod is not null && property.GetIndexParameters().Length == 0);

    public void Add(IOption option)
    {
        if (_visited.Add(option))
        {
            Collect(option);
        }
    }

    private void Collect(object record)
    {
        _set.Add(record.GetType().Name);
        foreach (var property in PropertiesOf(record.GetType()))
        {
            var value = property.GetValue(record);
            if (value is null || IsEmptyList(value))
            {
                continue;
            }

            _set.Add(NameOf(record.GetType(), property));
            foreach (var item in value is IEnumerable items and not string ? items : new[] { value })
            {
                Follow(item);
            }
        }
    }

    private void Follow(object item)
    {
        switch (item)
        {
            case IOptionPart part:
                Collect(part);
                break;
            case IOption option:
                Add(option);
                break;
        }
    }

    private static bool IsEmptyList(object value) => value is not string && value is IEnumerable items && !items.Cast<object>().Any();
}
