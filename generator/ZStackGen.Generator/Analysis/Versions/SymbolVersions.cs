using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Reads the versions that attributes of symbols state; each symbol of a compilation once.</summary>
internal sealed class SymbolVersions(KnownTypes types, IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, VersionNeed?> _needs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string?> _guards = new(SymbolEqualityComparer.Default);

    public KnownTypes Types { get; } = types;

    /// <summary>What the use of a symbol needs; <see langword="null"/> for most symbols, which any server has.</summary>
    public VersionNeed? Of(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        return CanHaveVersion(symbol) ? _needs.GetOrAdd(symbol, Find) : null;
    }

    /// <summary>The version that a guard implies where it is true; <see langword="null"/> for a member that is no guard.</summary>
    public string? GuardVersion(ISymbol member)
    {
        member = member.OriginalDefinition;
        return Types.Guard is not null && CanHaveVersion(member) ? _guards.GetOrAdd(member, symbol => Stated(symbol, Types.Guard)) : null;
    }

    /// <summary>The version that <c>[RequiresZStack]</c> of a member, or of a type or the assembly around it, takes for granted inside.</summary>
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

    /// <summary>The later of two versions.</summary>
    public static string? Later(string? left, string? right) =>
        left is null ? right : right is null || SinceVersion.Compare(left, right) >= 0 ? left : right;

    /// <summary>The assembly-wide version of this compilation.</summary>
    public string? OfAssembly => Stated(assembly, Types.Requires);

    /// <summary>An assembly that does not refer to the runtime cannot use its attributes.</summary>
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
        // A static member, a constructor and a nested type can be named without an object of the type around them.
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
        // The field that a query names is as old as the property that it stands for.
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

    /// <summary>A text that is no version states nothing: a mistyped attribute must not report every use.</summary>
    private static string? Version(object? value) => value is string text && SinceVersion.IsValid(text) ? text : null;
}
