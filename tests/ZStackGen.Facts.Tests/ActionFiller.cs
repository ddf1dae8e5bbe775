using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack;
using ZStack.Serialization;

namespace ZStackGen.Facts.Tests;

/// <summary>Sets the properties of a generated action to JSON values, as an application sets them to C# values.</summary>
internal static class ActionFiller
{
    /// <summary>Sets the property of a parameter.</summary>
    /// <exception cref="MissingMemberException">The action has no such property.</exception>
    public static void Set(ZStackAction action, string wireName, JsonNode value)
    {
        PropertyInfo property = Property(action.GetType(), wireName) ?? throw new MissingMemberException(action.GetType().Name, wireName);
        property.SetValue(action, Value(property.PropertyType, value));
    }

    private static PropertyInfo? Property(Type type, string wireName)
    {
        PropertyInfo[] properties = [.. type.GetProperties().Where(static property => property.CanWrite)];
        string name = string.Concat(wireName.Where(char.IsAsciiLetterOrDigit));
        return Array.Find(properties, property => IsNamed(property, name)) ?? Array.Find(properties, property => IsNamed(property, name + "Value"));

        // The class can have a property that differs in an underscore.
        static bool IsNamed(PropertyInfo property, string name) => property.Name.Replace("_", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static object? Value(Type type, JsonNode value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement))
            return JsonSerializer.SerializeToElement(value);
        if (type == typeof(string))
            return value.GetValueKind() == JsonValueKind.String ? (string?)value : value.ToJsonString();
        if (type == typeof(DateTimeOffset))
            return ZStackJson.Read(value.ToJsonString(), static (ref JsonReader reader) => reader.DateTimeOffset(), TimeZoneInfo.Utc);
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(value.ToString(), type, CultureInfo.InvariantCulture);
        if (typeof(ZStackStructure).IsAssignableFrom(type))
            return s_read.MakeGenericMethod(type).Invoke(null, [value.ToJsonString()]);
        if (type.IsValueType)
            return Activator.CreateInstance(type, (string?)value);
        Type[] elements = type.GetGenericArguments();
        return elements.Length == 1 ? List(elements[0], (JsonArray)value) : Map(elements[1], (JsonObject)value);
    }

    private static Array List(Type element, JsonArray values)
    {
        var list = Array.CreateInstance(element, values.Count);
        for (int i = 0; i < values.Count; i++)
            list.SetValue(Value(element, values[i]!), i);
        return list;
    }

    private static IDictionary Map(Type element, JsonObject values)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        foreach ((string key, JsonNode? value) in values)
            map[key] = Value(element, value!);
        return map;
    }

    private static readonly MethodInfo s_read = typeof(ActionFiller).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static T Read<T>(string json) =>
        ZStackJson.Read(json, typeof(T).GetMethod("Read", [typeof(JsonReader).MakeByRefType()])!.CreateDelegate<JsonRead<T>>(), TimeZoneInfo.Utc);
}
