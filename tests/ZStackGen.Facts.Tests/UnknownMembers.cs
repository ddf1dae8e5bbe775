using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ZStack;

namespace ZStackGen.Facts.Tests;

/// <summary>Finds the members of a response that no property holds.</summary>
internal static class UnknownMembers
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_containers = new();

    /// <summary>Returns the paths of the unknown members of a value.</summary>
    public static IEnumerable<string> Of(string place, object? value) => value switch
    {
        ZStackStructure structure => structure.UnknownMembers.Select(member => $"{place}.{member.Key} is unknown: {member.Value.GetRawText()}")
            .Concat(Containers(structure.GetType()).SelectMany(property => Of($"{place}.{property.Name}", Get(property, structure)))),
        string => [],
        IDictionary map => map.Values.Cast<object>().SelectMany((item, i) => Of($"{place}[{i}]", item)),
        IEnumerable list => list.Cast<object>().SelectMany((item, i) => Of($"{place}[{i}]", item)),
        _ => [],
    };

    private static object? Get(PropertyInfo property, ZStackStructure structure)
    {
        try
        {
            return property.GetValue(structure);
        }
        catch (TargetInvocationException e) when (e.InnerException is ZStackMissingMemberException)
        {
            return null;
        }
    }

    private static PropertyInfo[] Containers(Type type) => s_containers.GetOrAdd(type, static type =>
        [.. type.GetProperties().Where(static property => property is { CanRead: true, CanWrite: true, Name: not nameof(ZStackResult.Response) }
            && !property.PropertyType.IsValueType && property.PropertyType != typeof(string))]);
}
