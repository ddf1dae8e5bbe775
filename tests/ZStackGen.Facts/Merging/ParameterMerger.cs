using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>Merges the parameters of an API: those of the SDK, then those that only the manual contains.</summary>
internal sealed partial class ParameterMerger(FactsFolder facts, ListElements elements, StructureMerger structures)
{
    /// <summary>Merges the parameters.</summary>
    public IReadOnlyList<MergedParameter> Merge(SdkApi? sdk, IReadOnlyList<ManualApi> sections, string method, string path, string? since)
    {
        var merged = new List<MergedParameter>();
        foreach (SdkParameter parameter in sdk?.Params ?? [])
            merged.Add(FromSdk(sdk!.Name, parameter, sections, since));
        foreach (ManualApi section in sections)
        {
            foreach (ManualParameter parameter in section.Parameters)
            {
                // If only the case differs, the manual misspells a parameter of the SDK.
                if (!merged.Exists(other => other.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)) && Characters(parameter.Name))
                    merged.Add(FromManual(section.Name, parameter, sdk, method, path));
            }
        }

        foreach (Match variable in Variable().Matches(path))
        {
            string name = variable.Groups["name"].Value;
            if (!merged.Exists(other => other.Name == name))
                merged.Insert(0, new MergedParameter { Name = name, Type = "String", Location = "path", IsRequired = true, Since = since });
        }

        // All tables end with the tags. A name that is not in the SDK precedes them.
        return [.. merged.OrderBy(static parameter => parameter.Name is "systemTags" ? 1 : parameter.Name is "userTags" ? 2 : 0)];
    }

    private MergedParameter FromSdk(string api, SdkParameter parameter, IReadOnlyList<ManualApi> sections, string? since)
    {
        string type = TypeText.Normalize(parameter.Type);
        if (type == "List")
            type = TypeText.WithElement(type, KnownElements.Of(api, parameter.Name) ?? elements.Supported(parameter.Name, parameter.Guess, isQueryResult: false));
        return new MergedParameter
        {
            Name = parameter.Name,
            Type = structures.Known(type),
            Location = parameter.Location,
            InWrapper = parameter.Location == "body" && parameter.Name is not ("systemTags" or "userTags"),
            IsRequired = parameter.Required,
            Since = parameter.Since ?? since,
            Values = ValuesOf(api, parameter.Name, type, parameter.ValidValues, sections),
            Bounds = BoundsOf(parameter, type),
            Default = DefaultOf(parameter.Default),
        };
    }

    private MergedParameter FromManual(string api, ManualParameter parameter, SdkApi? sdk, string method, string path)
    {
        string type = TypeText.Normalize(parameter.Type);
        if (type == "List")
            type = TypeText.WithElement(type, parameter.Name is "systemTags" or "userTags" ? "String"
                : KnownElements.Of(api, parameter.Name) ?? elements.Supported(parameter.Name, null, isQueryResult: false));
        bool hasBody = method is "POST" or "PUT";
        string location = path.Contains("{" + parameter.Name + "}", StringComparison.Ordinal) ? "path" : hasBody ? "body" : "query";
        string? since = Versions.Explicit(parameter.Since);
        return new MergedParameter
        {
            Name = parameter.Name,
            Type = structures.Known(type),
            Location = location,
            InWrapper = location == "body" && parameter.Name is not ("systemTags" or "userTags"),
            // A parameter that the SDK does not send cannot be required.
            IsRequired = (parameter.Required && sdk is null) || location == "path",
            Since = Versions.Later(since, since is null ? null : sdk?.Since),
            Values = type.EndsWith("String", StringComparison.Ordinal) || type == "List<String>" ? parameter.Values : [],
        };
    }

    private IReadOnlyList<string> ValuesOf(string api, string name, string type, IReadOnlyList<string> values, IReadOnlyList<ManualApi> sections)
    {
        if (type is not ("String" or "List<String>" or "List<Object>"))
            return [];
        if (values.Count > 0)
            return values;
        foreach (ManualApi section in sections)
        {
            if (section.Parameters.FirstOrDefault(other => other.Name == name) is { Values.Count: > 0 } documented)
                return documented.Values;
        }

        if (facts.Open.GetValueOrDefault(api)?.Doc.Params.FirstOrDefault(other => other.Name == name) is { Values.Count: > 0 } open)
            return open.Values;
        return name == "deleteMode" ? ["Permissive", "Enforcing"] : [];
    }

    private static string? BoundsOf(SdkParameter parameter, string type)
    {
        if (type is "Integer" or "int" or "Long" or "long" && parameter.NumberRange is [long least, long greatest])
            return Range(least == long.MinValue ? null : least, greatest is long.MaxValue or int.MaxValue ? null : greatest);
        if (type == "String")
        {
            int? least2 = parameter.MinLength ?? (parameter.EmptyString ? null : 1);
            return Range(least2, parameter.MaxLength) is { } length ? "length " + length : null;
        }

        return parameter.Nonempty && (TypeText.IsList(type) || TypeText.IsMap(type)) ? "not empty" : null;
    }

    private static string? Range(long? least, long? greatest) =>
        least is null && greatest is null ? null : string.Create(CultureInfo.InvariantCulture, $"{least}..{greatest}");

    private static string? DefaultOf(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object => null,
        JsonValueKind.String => value.Value.GetString() is { Length: > 0 } text && !text.Contains('(', StringComparison.Ordinal) ? text : null,
        _ => value.Value.GetRawText(),
    };

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    private static bool Characters(string name) => name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
