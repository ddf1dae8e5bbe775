using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Reads the versions in the attributes of symbols, once for each symbol of a compilation.</summary>
internal sealed class SymbolVersions(KnownTypes types, IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, VersionNeed?> _needs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string?> _guards = new(SymbolEqualityComparer.Default);

    public KnownTypes Types { get; } = types;

    /// <summary>Returns the versions of a symbol; <see langword="null"/> for most symbols, which every server supports.</summary>
    public VersionNeed? Of(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        return CanHaveVersion(symbol) ? _needs.GetOrAdd(symbol, Find) : null;
    }

    /// <summary>Returns the version that a guard implies where it is true; <see langword="null"/> if the member is not a guard.</summary>
    public string? GuardVersion(ISymbol member)
    {
        member = member.OriginalDefinition;
        return Types.Guard is not null && CanHaveVersion(member) ? _guards.GetOrAdd(member, symbol => Stated(symbol, Types.Guard) ?? (Overridden(symbol) is { } overridden ? GuardVersion(overridden) : null)) : null;
    }

    /// <summary>Returns the version that the code of a member may assume: the latest version in the <c>[RequiresZStack]</c> attributes of the member, its containing types and the assembly.</summary>
    public string? GrantedIn(ISymbol? member)
    {
        string? granted = null;
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            granted = Later(granted, Stated(symbol, Types.Requires));
            if (symbol is IMethodSymbol { AssociatedSymbol: { } owner })
                granted = Later(granted, Stated(owner, Types.Requires));
        }

        return Later(granted, Stated(assembly, Types.Requires));
    }

    /// <summary>Returns the later of two versions.</summary>
    public static string? Later(string? left, string? right) =>
        left is null ? right : right is null || SinceVersion.Compare(left, right) >= 0 ? left : right;

    /// <summary>Gets the version in the <c>[RequiresZStack]</c> attribute of the assembly.</summary>
    public string? OfAssembly => Stated(assembly, Types.Requires);

    /// <summary>Determines whether a symbol can have version attributes: only an assembly that references the runtime can use them.</summary>
    private bool CanHaveVersion(ISymbol symbol)
    {
        if (symbol.ContainingAssembly is not { } owner)
            return false;
        return SymbolEqualityComparer.Default.Equals(owner, assembly) || _assemblies.GetOrAdd(owner, RefersToRuntime);
    }

    private bool RefersToRuntime(IAssemblySymbol other)
    {
        IAssemblySymbol runtime = Types.Since.ContainingAssembly;
        return SymbolEqualityComparer.Default.Equals(other, runtime)
            || other.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtime.Name));
    }

    private VersionNeed? Find(ISymbol symbol)
    {
        VersionNeed? need = Own(symbol);
        // A static member, a constructor and a nested type can be used without an instance of the containing type.
        if (symbol.ContainingType is { } type && (symbol.IsStatic || symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor }))
            return With(need, Of(type));
        if (symbol is INamedTypeSymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly)
            && Stated(symbol.ContainingAssembly, Types.Requires) is { } required)
        {
            return With(need, new VersionNeed(required, symbol.ContainingAssembly, IsRequired: true, null, null, null));
        }

        return need;
    }

    private VersionNeed? Own(ISymbol symbol)
    {
        ISymbol source = symbol;
        // A query field has the version of the property that it represents.
        if (symbol is IPropertySymbol { ContainingType: { ContainingType: { } structure } fields } && KnownTypes.Derives(fields, Types.QueryFields))
            source = structure.GetMembers(symbol.Name).FirstOrDefault(static member => member is IPropertySymbol) ?? symbol;
        AttributeData? since = Attribute(source, Types.Since);
        string? required = Stated(symbol, Types.Requires);
        if (since is null && required is null)
            return Overridden(symbol) is { } overridden ? Of(overridden) : null;
        string? version = Version(since?.ConstructorArguments.FirstOrDefault().Value);
        if (version == SinceVersion.Unknown)
            version = null;
        bool isRequired = required is not null && Later(required, version) == required;
        return new VersionNeed(
            isRequired ? required : version, symbol, isRequired,
            Version(Named(since, "Deprecated")), Version(Named(since, "Removed")), Named(since, "Replacement") as string);
    }

    private static VersionNeed? With(VersionNeed? own, VersionNeed? around)
    {
        if (own is null || around is null)
            return own ?? around;
        bool isOwn = Later(own.Since, around.Since) == own.Since;
        return new VersionNeed(
            isOwn ? own.Since : around.Since, isOwn ? own.Source : around.Source, isOwn ? own.IsRequired : around.IsRequired,
            own.Deprecated ?? around.Deprecated, own.Removed ?? around.Removed, own.Replacement ?? around.Replacement);
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    private static string? Stated(ISymbol symbol, INamedTypeSymbol? attribute) =>
        attribute is null ? null : Version(Attribute(symbol, attribute)?.ConstructorArguments.FirstOrDefault().Value);

    private static AttributeData? Attribute(ISymbol symbol, INamedTypeSymbol attribute)
    {
        ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
        foreach (AttributeData data in attributes)
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
                return data;
        }

        return null;
    }

    private static object? Named(AttributeData? data, string name)
    {
        if (data is null)
            return null;
        foreach (System.Collections.Generic.KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value;
        }

        return null;
    }

    /// <summary>Returns the version in an attribute argument; <see langword="null"/> if it is invalid, so that a mistyped attribute does not cause a diagnostic at every use.</summary>
    private static string? Version(object? value) => value is string text && SinceVersion.IsValid(text) ? text : null;
}
