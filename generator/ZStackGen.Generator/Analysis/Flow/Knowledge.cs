using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ZStackGen.Generator.Analysis.Versions;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Represents the knowledge about the server at a place in a method: its lowest possible version, and APIs that it supports.</summary>
internal sealed class Knowledge : IEquatable<Knowledge>
{
    private Knowledge(string? version, ImmutableArray<INamedTypeSymbol> apis)
    {
        Version = version;
        Apis = apis;
    }

    /// <summary>Gets the empty knowledge.</summary>
    public static Knowledge None { get; } = new(null, ImmutableArray<INamedTypeSymbol>.Empty);

    /// <summary>Gets the knowledge at unreachable code, where every assumption holds.</summary>
    public static Knowledge Unreachable { get; } = new(null, ImmutableArray<INamedTypeSymbol>.Empty);

    public string? Version { get; }

    /// <summary>Gets the action classes of the APIs that the program has checked for.</summary>
    public ImmutableArray<INamedTypeSymbol> Apis { get; }

    public bool IsUnreachable => ReferenceEquals(this, Unreachable);

    public static Knowledge AtLeast(string? version) => version is null ? None : new(version, ImmutableArray<INamedTypeSymbol>.Empty);

    public static Knowledge Has(INamedTypeSymbol api) => new(null, ImmutableArray.Create(api));

    /// <summary>Returns the knowledge where two branches join: the facts that hold on both.</summary>
    public Knowledge Or(Knowledge other)
    {
        if (IsUnreachable || ReferenceEquals(this, other))
            return other;
        if (other.IsUnreachable)
            return this;
        string? version = Version is null || other.Version is null ? null : SinceVersion.Compare(Version, other.Version) <= 0 ? Version : other.Version;
        ImmutableArray<INamedTypeSymbol> apis = Apis.IsEmpty || other.Apis.IsEmpty
            ? ImmutableArray<INamedTypeSymbol>.Empty
            : Apis.Where(api => other.Apis.Contains(api, SymbolEqualityComparer.Default)).ToImmutableArray();
        return version is null && apis.IsEmpty ? None : new Knowledge(version, apis);
    }

    /// <summary>Returns the knowledge where both operands hold.</summary>
    public Knowledge And(Knowledge other)
    {
        if (IsUnreachable || ReferenceEquals(other, None))
            return this;
        if (other.IsUnreachable || ReferenceEquals(this, None))
            return other;
        return new Knowledge(
            SymbolVersions.Later(Version, other.Version),
            Apis.AddRange(other.Apis.Where(api => !Apis.Contains(api, SymbolEqualityComparer.Default))));
    }

    public bool Equals(Knowledge? other) =>
        other is not null && IsUnreachable == other.IsUnreachable && Version == other.Version && Apis.Length == other.Apis.Length
        && Apis.All(api => other.Apis.Contains(api, SymbolEqualityComparer.Default));

    public override bool Equals(object? obj) => Equals(obj as Knowledge);

    public override int GetHashCode() => Apis.Length;
}
