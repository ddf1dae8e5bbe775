using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The parameters and the result of an API, decided.</summary>
internal sealed record PreparedApi(
    EquatableArray<CatalogMember> Parameters,
    EquatableArray<CatalogEnumeration> Enumerations,
    EquatableArray<CatalogMember> Result,
    TypeReference? QueryElement);

/// <summary>An action made of a page alone, and the folders by which its category was told.</summary>
internal sealed record BuiltAction(CatalogAction Action, EquatableArray<string> SpecsRoots);

/// <summary>
/// An API decided from its page alone, with what that took for granted about types. Most APIs stand on one page and name their types,
/// so that the catalog has nothing to do but to see whether the assumptions hold: that keeps an edit of one page of hundreds cheap.
/// </summary>
internal sealed class ApiPreparation : ITypeSource
{
    private readonly ApiPart _part;
    private readonly TypeResolution _resolution;
    private readonly List<CatalogFinding> _findings = [];
    private readonly Dictionary<string, TypeReference?> _assumed = new(StringComparer.Ordinal);
    private bool _needsOtherPages;

    private ApiPreparation(ApiPart part)
    {
        _part = part;
        _resolution = new TypeResolution(NameOf, FindNamed);
        TypeName = IdentifierPlan.ToIdentifier(part.ActionName);
    }

    /// <summary>The C# class name that was assumed.</summary>
    public string TypeName { get; }

    /// <summary>What was decided.</summary>
    public PreparedApi? Api { get; private set; }

    /// <summary>What was reported.</summary>
    public IReadOnlyList<CatalogFinding> Findings => _findings;

    /// <summary>The named types that were looked up, with what was taken to be the answer.</summary>
    public Dictionary<string, TypeReference?> Assumed => _assumed;

    /// <summary>Decides what the page alone can decide; <see langword="null"/> when it needs the others.</summary>
    public static ApiPreparation? TryMake(ApiPart part)
    {
        var preparation = new ApiPreparation(part);
        preparation.Api = new ActionCatalog(preparation, CatalogOptions.Default, preparation._findings).Prepare(ApiGroup.Of(part), preparation.TypeName);
        return preparation._needsOtherPages ? null : preparation;
    }

    /// <inheritdoc/>
    public TypeReference? FindNamed(string name)
    {
        if (string.Equals(name, "ErrorCode", StringComparison.Ordinal))
            return TypeReference.ErrorCode;
        if (!_assumed.TryGetValue(name, out TypeReference? type))
            _assumed[name] = type = Assume(name);
        return type;
    }

    /// <inheritdoc/>
    public TypeReference Resolve(List<TypeEvidence> evidence, string memberName, string path, string key)
    {
        TypeReference type = _resolution.Resolve(evidence, memberName, null, out TypeDoubt doubt, out int culprit);
        if (doubt != TypeDoubt.None)
            TypeWarnings.Report(_findings, doubt, evidence, culprit, type, memberName, path, key, NameOf);
        return type;
    }

    /// <inheritdoc/>
    public TypeReference? MatchExample(ExampleShape example, string field, string api)
    {
        _needsOtherPages = true;
        return null;
    }

    private TypeReference? Assume(string name)
    {
        KnownStructure? known = KnownStructures.Instance.Find(name);
        if (known is { IsEnumeration: true })
            return new TypeReference(ValueKind.OpenEnum, name);
        if (known is not null)
            return new TypeReference(ValueKind.Structure, name);
        foreach (StructurePart table in _part.Structures)
        {
            if (string.Equals(table.StatedName, name, StringComparison.Ordinal))
                return new TypeReference(table.IsEnumeration ? ValueKind.OpenEnum : ValueKind.Structure, name);
        }

        return null;
    }

    private string NameOf(StructurePart table)
    {
        if (table.StatedName is { } name)
            return name;
        _needsOtherPages = true;
        return "";
    }
}
