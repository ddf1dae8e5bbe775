using System;

namespace ZStackGen.Specs.Model;

/// <summary>Specifies the precision of a version that a page states.</summary>
public enum VersionProvenance
{
    /// <summary>The page states no version, or only the default version of the documentation generator.</summary>
    Unknown,

    /// <summary>This version introduced the element: <c>4.7.0</c>.</summary>
    Exact,

    /// <summary>This version or an earlier version introduced the element: <c>&lt;= 1.9</c>.</summary>
    AtMost,

    /// <summary>The version is inferred from the history of releases and not documented: <c>~4.7.0</c>.</summary>
    Inferred,
}

/// <summary>Represents the meaning of a version cell or a <c>Since</c> line.</summary>
/// <param name="Version">The version number, such as <c>4.7.0</c>; <see langword="null"/> if the version is unknown.</param>
/// <param name="Provenance">The precision of the version.</param>
/// <param name="Product">The product that the version belongs to; <see langword="null"/> for ZStack Cloud. Versions of different products cannot be compared.</param>
public readonly record struct StatedVersion(string? Version, VersionProvenance Provenance, string? Product = null)
{
    /// <summary>The version that the documentation generator writes by default. It carries no information.</summary>
    public const string Default = "0.6";

    private static readonly string[] s_cloud = ["ZStack", "ZStack Cloud", "Cloud"];

    private static readonly string[] s_otherProducts = ["zsv", "ZSphere", "AIOS"];

    /// <summary>Gets the version of ZStack Cloud; <see langword="null"/> if it is unknown or belongs to another product.</summary>
    public string? Cloud => Product is null ? Version : null;

    /// <summary>Gets the sentence for documentation, such as <c>Since 1.9 or earlier.</c>; <see langword="null"/> if the version is unknown.</summary>
    public string? Sentence
    {
        get
        {
            string? version = Product is null ? Version : Product + " " + Version;
            return Provenance switch
            {
                VersionProvenance.Exact => $"Since {version}.",
                VersionProvenance.AtMost => $"Since {version} or earlier.",
                VersionProvenance.Inferred => $"Probably since {version}.",
                _ => null,
            };
        }
    }

    /// <summary>Gets the version in the notation of pages: <c>4.7.0</c>, <c>&lt;= 1.9</c>, <c>~4.7.0</c>; <see langword="null"/> if it is unknown.</summary>
    public string? Notation => Provenance switch
    {
        VersionProvenance.Exact => Version,
        VersionProvenance.AtMost => "<= " + Version,
        VersionProvenance.Inferred => "~" + Version,
        _ => null,
    };

    /// <summary>Returns the name of a provenance in data: <c>exact</c>, <c>atMost</c>, <c>inferred</c> or <c>unknown</c>.</summary>
    public static string Name(VersionProvenance provenance) => provenance switch
    {
        VersionProvenance.Exact => "exact",
        VersionProvenance.AtMost => "atMost",
        VersionProvenance.Inferred => "inferred",
        _ => "unknown",
    };

    /// <summary>Removes the prefix that marks the provenance of a version.</summary>
    /// <returns>The provenance of the prefix; <see cref="VersionProvenance.Exact"/> without a prefix.</returns>
    public static VersionProvenance TakeSign(ref ReadOnlySpan<char> text)
    {
        int length = text.Length == 0 ? 0 : text[0] switch
        {
            '~' or '≤' => 1,
            '<' when text.Length > 1 && text[1] == '=' => 2,
            _ => 0,
        };
        if (length == 0)
            return VersionProvenance.Exact;
        VersionProvenance provenance = text[0] == '~' ? VersionProvenance.Inferred : VersionProvenance.AtMost;
        text = text.Slice(length).TrimStart();
        return provenance;
    }

    /// <summary>Parses the version text of a page. The result is unknown if the text is not a version.</summary>
    public static StatedVersion Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || string.Equals(text, Default, StringComparison.Ordinal))
            return default;
        if (VersionNumber.IsValid(text))
            return new StatedVersion(text, VersionProvenance.Exact);
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        VersionProvenance provenance = TakeSign(ref rest);
        string? product = null;
        int blank = rest.LastIndexOf(' ');
        if (blank > 0)
        {
            if (Find(s_otherProducts, rest.Slice(0, blank)) is { } other)
                product = other;
            else if (Find(s_cloud, rest.Slice(0, blank)) is null)
                return default;
            rest = rest.Slice(blank + 1);
        }

        if (rest.Length > 1 && rest[0] is 'v' or 'V')
            rest = rest.Slice(1);
        return VersionNumber.IsValid(rest) ? new StatedVersion(rest.ToString(), provenance, product) : default;
    }

    /// <summary>Returns the sentence for documentation, from the version text of a page.</summary>
    public static string? Describe(string? text) => Parse(text).Sentence;

    private static string? Find(string[] products, ReadOnlySpan<char> word)
    {
        foreach (string product in products)
        {
            if (word.Equals(product.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return product;
        }

        return null;
    }
}
