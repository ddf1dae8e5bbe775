using Microsoft.CodeAnalysis;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>The types of the runtime that version analyzers know. Symbols are compared, never names.</summary>
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

    /// <summary>The types of a compilation; <see langword="null"/> for one without the runtime.</summary>
    public static KnownTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("ZStack.SinceAttribute") is { } since ? new KnownTypes(compilation, since) : null;

    /// <summary>Whether a type is, or derives from, another one.</summary>
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

    /// <summary>Whether two symbols are the same; none is not the same as none.</summary>
    public static bool Is(ISymbol? symbol, ISymbol? other) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, other);
}
