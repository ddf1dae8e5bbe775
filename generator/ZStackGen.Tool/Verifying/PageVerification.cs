using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog;
using ZStackGen.Explorer.Apis;
using ZStackGen.Tool.Comparing;
using ZStackGen.Explorer.History;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Verifying;

/// <summary>Compares pages with another set of pages.</summary>
internal static class PageVerification
{
    private const string Absent = "the other pages do not have it";

    /// <summary>Compares all statements.</summary>
    /// <param name="pages">The pages to verify.</param>
    /// <param name="library">The catalog of the pages.</param>
    /// <param name="other">The catalog of the other pages.</param>
    /// <returns>A row for each API, parameter and field.</returns>
    public static IReadOnlyList<VerifiedRow> Run(IReadOnlyList<ReadPage> pages, ApiLibrary library, ApiLibrary other)
    {
        var places = new StatementPlaces(pages);
        var rows = new List<VerifiedRow>();
        foreach (ApiEntry api in library.Apis)
        {
            if (other.Api(api.Name) is not { } known)
            {
                rows.Add(places.OfApi("api", api.Name, null, Verdict.NotTestable, Absent));
                continue;
            }

            (Verdict verdict, string evidence) = Judge(Facts(api.Action), Facts(known.Action));
            rows.Add(places.OfApi("api", api.Name, null, verdict, evidence));
            AddMembers(rows, api.Action.Parameters, known.Action.Parameters, isParameter: true, (name, v, e) => places.OfApi("parameter", api.Name, name, v, e));
            AddMembers(rows, api.Action.Result, known.Action.Result, isParameter: false, (name, v, e) => places.OfApi("field", api.Name, name, v, e));
        }

        foreach (CatalogStructure structure in library.Catalog.Structures)
            AddMembers(rows, structure.Members, other.Structure(structure.TypeName)?.Members ?? [], isParameter: false, (name, v, e) => places.OfField(structure.TypeName, name, v, e));
        return rows;
    }

    private static void AddMembers(List<VerifiedRow> rows, IEnumerable<CatalogMember> stated, IEnumerable<CatalogMember> known, bool isParameter, Func<string, Verdict, string, VerifiedRow?> row)
    {
        Dictionary<string, CatalogMember> others = known.DistinctBy(static member => member.Name).ToDictionary(static member => member.Name, StringComparer.Ordinal);
        foreach (CatalogMember member in stated)
        {
            (Verdict verdict, string evidence) = others.TryGetValue(member.Name, out CatalogMember? other)
                ? Judge(Facts(member, isParameter), Facts(other, isParameter))
                : (Verdict.NotTestable, Absent);
            if (row(member.Name, verdict, evidence) is { } judged)
                rows.Add(judged);
        }
    }

    private static (Verdict Verdict, string Evidence) Judge((string Name, string? Value)[] stated, (string Name, string? Value)[] known)
    {
        // A page that is silent about a fact contradicts nothing.
        string[] differences = [.. stated.Zip(known).Where(static pair => pair.First.Value is not null && pair.Second.Value is not null && pair.First.Value != pair.Second.Value)
            .Select(static pair => $"{pair.First.Name} {pair.First.Value}, but {pair.Second.Value} in the other pages")];
        return differences.Length == 0 ? (Verdict.Confirmed, "the other pages state the same") : (Verdict.Contradicted, string.Join("; ", differences));
    }

    private static (string Name, string? Value)[] Facts(CatalogAction action) =>
    [
        ("method", action.Method),
        ("path", action.Path),
        ("wrapper", action.Wrapper),
        ("session", action.RequiresSession ? "required" : "not required"),
        ("since", Version(action.Since)),
    ];

    private static (string Name, string? Value)[] Facts(CatalogMember member, bool isParameter) =>
    [
        // Values make a text an enumeration; they are compared by themselves.
        ("type", TypeNames.Of(WithoutEnumerations(member.Type))),
        ("location", !isParameter ? null : member.InWrapper ? "wrapper" : member.Location.ToString()),
        ("required", !isParameter ? null : member.IsRequired ? "true" : "false"),
        ("values", member.Values.Count == 0 ? null : string.Join(", ", member.Values.Order(StringComparer.Ordinal))),
        ("since", Version(member.Since)),
    ];

    private static TypeReference WithoutEnumerations(TypeReference type) => type.Kind == ValueKind.OpenEnum
        ? TypeReference.String
        : type with { Element = type.Element is { } element ? WithoutEnumerations(element) : null };

    private static string? Version(string? since) => ApiHistory.Spelled(since) is { Version: not null } stated ? stated.Notation : null;
}
