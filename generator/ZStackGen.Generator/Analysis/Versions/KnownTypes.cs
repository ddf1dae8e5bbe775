using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Represents the runtime's types that the analyzers use. The analyzers compare symbols and not names.</summary>
internal sealed class KnownTypes
{
    private KnownTypes(Compilation compilation, INamedTypeSymbol since)
    {
        Since = since;
        Requires = compilation.GetTypeByMetadataName("ZStack.RequiresZStackAttribute");
        Guard = compilation.GetTypeByMetadataName("ZStack.ZStackVersionGuardAttribute");
        Version = compilation.GetTypeByMetadataName("ZStack.ZStackVersion");
        ApiSet = compilation.GetTypeByMetadataName("ZStack.ZStackApiSet");
        Action = compilation.GetTypeByMetadataName("ZStack.ZStackAction");
        QueryFields = compilation.GetTypeByMetadataName("ZStack.QueryFields");
    }

    public INamedTypeSymbol Since { get; }

    public INamedTypeSymbol? Requires { get; }

    public INamedTypeSymbol? Guard { get; }

    public INamedTypeSymbol? Version { get; }

    public INamedTypeSymbol? ApiSet { get; }

    public INamedTypeSymbol? Action { get; }

    public INamedTypeSymbol? QueryFields { get; }

    /// <summary>Returns the types of a compilation; <see langword="null"/> if it does not reference the runtime.</summary>
    public static KnownTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("ZStack.SinceAttribute") is { } since ? new KnownTypes(compilation, since) : null;

    /// <summary>Determines whether a type is another type or derives from it.</summary>
    public static bool Derives(ITypeSymbol? type, INamedTypeSymbol? from)
    {
        if (from is null)
            return false;
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, from))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a type is in the namespace System, or in a namespace of it.</summary>
    public static bool IsOfSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol? around = type.ContainingNamespace;
        while (around is { ContainingNamespace.IsGlobalNamespace: false })
            around = around.ContainingNamespace;
        return around is { Name: "System" };
    }

    /// <summary>Determines whether two symbols are equal. Unlike the default comparer, two null references are not equal.</summary>
    public static bool Is(ISymbol? symbol, ISymbol? other) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, other);
}
