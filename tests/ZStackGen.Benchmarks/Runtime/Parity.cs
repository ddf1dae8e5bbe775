using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ZStack;

namespace ZStackGen.Benchmarks.Runtime;

// Makes the comparison fair: both sides know the same members of the same types, read the same values and write the same JSON.
// Throws if they differ, so that the plain classes stay equal to the generated code.
internal static class Parity
{
    public static void SameMembers(Type ours, Type theirs) => Same(ours, theirs, Members(ours), Members(theirs));

    // The parameters of an action are those of its body. Those in the wrapper form a separate object.
    public static void SameParameters(Type action, Type body, Type wrapped)
        => Same(action, body, Members(action), [.. Members(body).Where(p => p.PropertyType != wrapped).Concat(Members(wrapped)).OrderBy(static p => p.Name, StringComparer.Ordinal)]);

    private static void Same(Type ours, Type theirs, PropertyInfo[] our, PropertyInfo[] their)
    {
        string[] missing = [.. our.Select(static p => p.Name).Except(their.Select(static p => p.Name))];
        string[] extra = [.. their.Select(static p => p.Name).Except(our.Select(static p => p.Name))];
        if (missing.Length + extra.Length > 0)
            throw new InvalidOperationException($"{theirs.Name} lacks of {ours.Name}: [{string.Join(", ", missing)}]; has besides: [{string.Join(", ", extra)}].");
        for (int i = 0; i < our.Length; i++)
            SameType(our[i].PropertyType, their[i].PropertyType, ours.Name + "." + our[i].Name);
    }

    // Adds the members that have a value to the set.
    public static void SameValues(object? ours, object? theirs, string path, ISet<string>? seen = null)
    {
        if (ours is ZStackStructure structure && theirs is not null)
        {
            if (structure.UnknownMembers.Count > 0)
                throw new InvalidOperationException($"{path}: {ours.GetType().Name} does not know {string.Join(", ", structure.UnknownMembers.Keys)}.");
            foreach ((PropertyInfo our, PropertyInfo their) in Members(ours.GetType()).Zip(Members(theirs.GetType())))
            {
                object? value = our.GetValue(ours);
                if (value is not null)
                    seen?.Add(Name(our));
                SameValues(value, their.GetValue(theirs), path + "." + our.Name, seen);
            }
        }
        else if (ours is not string && ours is IEnumerable list && theirs is IEnumerable other)
        {
            object?[] our = [.. list.Cast<object?>()], their = [.. other.Cast<object?>()];
            if (our.Length != their.Length)
                throw new InvalidOperationException($"{path}: {our.Length} elements are not {their.Length}.");
            for (int i = 0; i < our.Length; i++)
                SameValues(our[i], their[i], path + "[" + i + "]", seen);
        }
        else if (ours is JsonElement json && theirs is JsonElement otherJson ? !JsonElement.DeepEquals(json, otherJson) : !Equals(Text(ours), theirs))
        {
            throw new InvalidOperationException($"{path}: {ours ?? "null"} is not {theirs ?? "null"}.");
        }
    }

    // Compares all members of a generated class and of its nested structures.
    public static IEnumerable<string> AllMembers(Type type)
        => Members(type).SelectMany(static p => Inner(p.PropertyType) is { } inner ? AllMembers(inner).Prepend(Name(p)) : [Name(p)]);

    // Compares JSON regardless of the order of members.
    public static void SameJson(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, string what)
    {
        var first = new Utf8JsonReader(one);
        var second = new Utf8JsonReader(other);
        if (!JsonElement.DeepEquals(JsonElement.ParseValue(ref first), JsonElement.ParseValue(ref second)))
            throw new InvalidOperationException($"{what}:\n{Encoding.UTF8.GetString(one)}\nis not\n{Encoding.UTF8.GetString(other)}");
    }

    // An open enumeration is its text.
    private static object? Text(object? value) => value is not null && IsOpenEnumeration(value.GetType()) ? value.ToString() : value;

    private static bool IsOpenEnumeration(Type type) => type.IsValueType && type.GetProperty("IsKnown") is not null;

    private static void SameType(Type ours, Type theirs, string path)
    {
        if (ours == theirs)
            return;
        Type our = Nullable.GetUnderlyingType(ours) ?? ours;
        if (typeof(ZStackStructure).IsAssignableFrom(our) && theirs.IsClass)
            SameMembers(our, theirs);
        else if (IsList(our) && IsList(theirs))
            SameType(our.GetGenericArguments()[0], theirs.GetGenericArguments()[0], path);
        // An open enumeration is a string with constants.
        else if (!(IsOpenEnumeration(our) && theirs == typeof(string)))
            throw new InvalidOperationException($"{path}: {ours} is not {theirs}.");
    }

    private static Type? Inner(Type type)
        => typeof(ZStackStructure).IsAssignableFrom(type) ? type : IsList(type) ? Inner(type.GetGenericArguments()[0]) : null;

    private static string Name(PropertyInfo member) => member.DeclaringType!.Name + "." + member.Name;

    private static bool IsList(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(IReadOnlyList<>) || definition == typeof(List<>));

    // The members that the classes themselves declare, by name.
    // The runtime declares the members of common results in generic classes; its other classes have no members of a response.
    private static PropertyInfo[] Members(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static p => p.CanWrite && (p.DeclaringType!.Assembly == typeof(Parity).Assembly || p.DeclaringType.IsGenericType))
            .OrderBy(static p => p.Name, StringComparer.Ordinal),
    ];
}
