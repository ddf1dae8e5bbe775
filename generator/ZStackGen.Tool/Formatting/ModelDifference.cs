using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Formatting;

/// <summary>Finds the first difference between two page models.</summary>
internal static class ModelDifference
{
    /// <summary>Returns the first difference as text; <see langword="null"/> if the pages are equal. Their paths are not compared.</summary>
    public static string? Find(PageModel before, PageModel after)
    {
        if (before with { Path = "" } == after with { Path = "" })
            return null;
        return List("APIs", before.Apis, after.Apis, static api => api.Name, Api)
            ?? List("types", before.Types, after.Types, static type => type.Name ?? type.Id, Structure)
            ?? "the pages differ";
    }

    private static string? Api(string at, ApiModel before, ApiModel after) =>
        Value(at, "name", before.Name, after.Name)
        ?? Value(at, "method", before.Method, after.Method)
        ?? Value(at, "path", before.Path, after.Path)
        ?? Value(at, "alternate paths", string.Join(", ", before.AlternatePaths), string.Join(", ", after.AlternatePaths))
        ?? Value(at, "wrapper", before.Wrapper, after.Wrapper)
        ?? Value(at, "query API", before.IsQuery, after.IsQuery)
        ?? Value(at, "session required", before.RequiresSession, after.RequiresSession)
        ?? Value(at, "asynchronous", before.IsAsync, after.IsAsync)
        ?? Value(at, "since", before.Since, after.Since)
        ?? Value(at, "description", before.Description, after.Description)
        ?? Value(at, "category", before.Category, after.Category)
        ?? Value(at, "Chinese name", before.ChineseName, after.ChineseName)
        ?? Value(at, "language", before.Language, after.Language)
        ?? List($"{at} parameters", before.Parameters, after.Parameters, static p => p.Name, Parameter)
        ?? Value(at, "notes", string.Join(" | ", before.Notes), string.Join(" | ", after.Notes))
        ?? Value(at, "system tags", string.Join(" | ", before.SystemTags), string.Join(" | ", after.SystemTags))
        ?? Value(at, "has a response", before.Response is not null, after.Response is not null)
        ?? List($"{at} response fields", before.Response?.Fields ?? default, after.Response?.Fields ?? default, static f => f.Name, Field)
        ?? List($"{at} structures", before.Structures, after.Structures, static s => s.Name ?? s.Id, Structure)
        ?? Value(at, "request example", before.RequestExample, after.RequestExample)
        ?? Value(at, "response example", before.ResponseExample, after.ResponseExample);

    private static string? Parameter(string at, ParameterModel before, ParameterModel after) =>
        Value(at, "name", before.Name, after.Name)
        ?? Value(at, "type", before.Type, after.Type)
        ?? Value(at, "location", before.Location, after.Location)
        ?? Value(at, "in wrapper", before.InWrapper, after.InWrapper)
        ?? Value(at, "required", before.IsRequired, after.IsRequired)
        ?? Value(at, "since", before.Since, after.Since)
        ?? Value(at, "values", string.Join(" | ", before.Values), string.Join(" | ", after.Values))
        ?? Value(at, "open values", before.HasOpenValues, after.HasOpenValues)
        ?? Value(at, "description", before.Description, after.Description)
        ?? Value(at, "structure", before.StructureId, after.StructureId);

    private static string? Structure(string at, StructureModel before, StructureModel after) =>
        Value(at, "id", before.Id, after.Id)
        ?? Value(at, "name", before.Name, after.Name)
        ?? Value(at, "extends", before.Extends, after.Extends)
        ?? Value(at, "since", before.Since, after.Since)
        ?? Value(at, "description", before.Description, after.Description)
        ?? Value(at, "values", string.Join(" | ", before.Values), string.Join(" | ", after.Values))
        ?? Value(at, "value descriptions", string.Join(" | ", before.ValueDescriptions), string.Join(" | ", after.ValueDescriptions))
        ?? List($"{at} fields", before.Fields, after.Fields, static f => f.Name, Field);

    private static string? Field(string at, FieldModel before, FieldModel after) =>
        Value(at, "name", before.Name, after.Name)
        ?? Value(at, "type", before.Type, after.Type)
        ?? Value(at, "since", before.Since, after.Since)
        ?? Value(at, "values", string.Join(" | ", before.Values), string.Join(" | ", after.Values))
        ?? Value(at, "description", before.Description, after.Description)
        ?? Value(at, "structure", before.StructureId, after.StructureId);

    private static string? List<T>(
        string at, EquatableArray<T> before, EquatableArray<T> after, Func<T, string> name, Func<string, T, T, string?> compare)
        where T : IEquatable<T>
    {
        for (int i = 0; i < before.Count && i < after.Count; i++)
        {
            if (!before[i].Equals(after[i]))
                return compare($"{at}: {name(before[i])}", before[i], after[i]) ?? $"{at}: {name(before[i])}";
        }

        return Value(at, "count", before.Count, after.Count);
    }

    private static string? Value<T>(string at, string what, T before, T after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? null : $"{at}: {what} {Quote(before)} becomes {Quote(after)}";

    private static string Quote<T>(T value) => value switch
    {
        null => "(none)",
        string { Length: > 200 } text => $"'{text[..200]}…'",
        string text => $"'{text}'",
        _ => value.ToString()!,
    };
}
