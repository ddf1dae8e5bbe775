using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStackGen.Specs.Text;

/// <summary>
/// Computes the anchors that GitHub gives the headings of one page, so that a type can link to the table that describes it.
/// Pass the headings in page order: the second heading with the same text gets the suffix <c>-1</c>, and so on.
/// </summary>
internal sealed class HeadingAnchors
{
    private readonly Dictionary<string, int> _seen = new(System.StringComparer.Ordinal);

    /// <summary>Returns the anchor of the next heading.</summary>
    public string Next(string heading)
    {
        string slug = Slug(heading), anchor = slug;
        if (_seen.TryGetValue(slug, out int count))
        {
            do
                anchor = $"{slug}-{(++count).ToString(CultureInfo.InvariantCulture)}";
            while (_seen.ContainsKey(anchor));
            _seen[slug] = count;
        }

        _seen[anchor] = 0;
        return anchor;
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (char c in heading.Trim())
        {
            if (c == ' ')
                slug.Append('-');
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '-' or '_')
                slug.Append(char.ToLowerInvariant(c));
        }

        return slug.ToString();
    }
}
