using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>Values for the properties of generated types.</summary>
internal static class SampleValue
{
    private const int MaxDepth = 3;

    /// <summary>Returns a value of a type.</summary>
    /// <param name="type">A type of a generated parameter.</param>
    /// <param name="variant">0 or 1, for two different values.</param>
    /// <param name="depth">The number of enclosing structures.</param>
    /// <param name="isEmpty">Whether lists are empty.</param>
    public static object? Of(Type type, int variant, int depth = 0, bool isEmpty = false)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        string text = "v" + variant.ToString(CultureInfo.InvariantCulture);
        if (type == typeof(string))
            return text;
        if (type == typeof(bool))
            return variant == 0;
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch.AddDays(variant);
        if (type == typeof(JsonElement))
            return JsonSerializer.SerializeToElement(text);
        if (type.IsPrimitive)
            return Convert.ChangeType(variant + 1, type, CultureInfo.InvariantCulture);
        if (type.IsValueType && type.GetConstructor([typeof(string)]) is { } enumeration)
            return (variant == 0 ? type.GetProperties().FirstOrDefault(known => known.PropertyType == type)?.GetValue(null) : null) ?? enumeration.Invoke([text]);
        if (type.IsInterface && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return List(type.GetGenericArguments()[0], variant, depth, isEmpty);
        if (type.IsInterface && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Map(type.GetGenericArguments(), variant, depth);
        if (type.IsClass)
            return Structure(type, variant, depth);
        throw new NotSupportedException("No sample value for " + type + ".");
    }

    private static IList List(Type element, int variant, int depth, bool isEmpty)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (!isEmpty)
            list.Add(Of(element, variant, depth));
        return list;
    }

    private static IDictionary Map(Type[] sides, int variant, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(sides))!;
        map.Add("key", Of(sides[1], variant, depth));
        return map;
    }

    private static object? Structure(Type type, int variant, int depth)
    {
        if (depth == MaxDepth)
            return null;
        if (type.IsAbstract)
            type = type.Assembly.GetTypes().First(derived => !derived.IsAbstract && derived.IsSubclassOf(type));
        object structure = Activator.CreateInstance(type)!;
        PropertyInfo? first = type.GetProperties().FirstOrDefault(property => property.SetMethod is { IsPublic: true });
        first?.SetValue(structure, Of(first.PropertyType, variant, depth + 1));
        return structure;
    }
}
