using System.Collections.Generic;
using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Writes XML documentation comments, one line per element. Text of pages is written as <see cref="XmlText"/> or <see cref="XmlCode"/>.
/// </summary>
internal sealed class Documentation(SourceWriter writer)
{
    private const int MostValues = 50;

    public void Action(CatalogAction action)
    {
        writer.Add($"/// <summary>");
        if (string.IsNullOrWhiteSpace(action.Description))
            writer.Add($"{new XmlCode(action.Name)}");
        else
            writer.Add($"{new XmlText(action.Description!)}");
        writer.Line($"</summary>");
        writer.Add($"/// <remarks>{new XmlCode(action.Method + " " + action.Path)}.");
        if (action.IsAsync is { } isAsync)
            writer.Add($"{Code.If(isAsync, $" Asynchronous.", $" Synchronous.")}");
        if (!action.RequiresSession)
            writer.Add($" No session required.");
        if (StatedVersion.Describe(action.Since) is { } since)
            writer.Add($" {new XmlText(since)}");
        foreach (string note in action.Notes)
            writer.Add($"<para>{new XmlText(note)}</para>");
        writer.Line($"</remarks>");
    }

    public void Structure(CatalogStructure structure)
    {
        writer.Add($"/// <summary>");
        if (string.IsNullOrWhiteSpace(structure.Description))
            writer.Add($"The ZStack structure {new XmlCode(structure.TypeName)}.");
        else
            writer.Add($"{new XmlText(structure.Description!)}");
        writer.Line($"</summary>");
    }

    public void Enumeration(CatalogEnumeration enumeration)
    {
        writer.Add($"/// <summary>");
        if (string.IsNullOrWhiteSpace(enumeration.Description))
            writer.Add($"An open enumeration. Unknown values are kept unchanged.");
        else
            writer.Add($"{new XmlText(enumeration.Description!)}");
        writer.Add($"</summary><remarks>");
        if (StatedVersion.Describe(enumeration.Since) is { } since)
            writer.Add($"{new XmlText(since)} ");
        string[] values = new string[enumeration.Values.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = enumeration.Values[i].Value;
        Allowed(values);
        writer.Line($"</remarks>");
    }

    /// <summary>Documents a field, or a parameter if <paramref name="location"/> is not <see langword="null"/>.</summary>
    public void Member(CatalogMember member, ParameterLocation? location)
    {
        writer.Add($"/// <summary>");
        if (string.IsNullOrWhiteSpace(member.Description))
            writer.Add($"{new XmlCode(member.Name)}");
        else
            writer.Add($"{new XmlText(member.Description!)}");
        writer.Add($"</summary>");
        string? since = StatedVersion.Describe(member.Since);
        string? limits = location is null ? null : member.Limits;
        if (location is not null || since is not null || member.Values.Count > 0)
        {
            writer.Add($"<remarks>");
            if (location is { } place)
                writer.Add($"{Place(place)}");
            if (since is not null)
                writer.Add($"{Code.If(location is not null, $" ")}{new XmlText(since)}");
            if (member.Values.Count > 0)
            {
                if (location is not null || since is not null)
                    writer.Add($" ");
                Allowed(member.Values);
            }

            if (limits is not null)
                writer.Add($" {new XmlText(limits)}");
            writer.Add($"</remarks>");
        }

        writer.EndLine();
    }

    private void Allowed(IReadOnlyList<string> values)
    {
        writer.Add($"Allowed: ");
        int shown = values.Count <= MostValues ? values.Count : MostValues - 1;
        for (int i = 0; i < shown; i++)
            writer.Add($"{Code.If(i > 0, $", ")}{new XmlCode(values[i])}");
        if (shown < values.Count)
            writer.Add($" and {values.Count - shown} others");
        writer.Add($".");
    }

    private static Code Place(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => $"Path.",
        ParameterLocation.Query => $"Query.",
        _ => $"Body.",
    };
}
