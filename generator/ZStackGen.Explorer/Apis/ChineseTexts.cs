using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.Apis;

/// <summary>
/// The Chinese descriptions of pages, and the Chinese names of APIs. The catalog keeps one description of each element, in English where a page has one.
/// The Chinese pages therefore form a second catalog with the same names.
/// </summary>
internal sealed class ChineseTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private ChineseTexts()
    {
    }

    /// <summary>Gets whether there are Chinese descriptions or names.</summary>
    public bool Any => _texts.Count + _names.Count > 0;

    /// <summary>Gets the description of an API, or else its Chinese name.</summary>
    public string? OfApi(string api) => _texts.GetValueOrDefault(api) ?? _names.GetValueOrDefault(api);

    /// <summary>Gets the description of a parameter.</summary>
    public string? OfParameter(string api, string name) => _texts.GetValueOrDefault(api + "/" + name);

    /// <summary>Gets the description of a response field.</summary>
    public string? OfResult(string api, string name) => _texts.GetValueOrDefault(api + ":" + name);

    /// <summary>Gets the description of a structure.</summary>
    public string? OfStructure(string structure) => _texts.GetValueOrDefault("." + structure);

    /// <summary>Gets the description of a field.</summary>
    public string? OfField(string structure, string name) => _texts.GetValueOrDefault("." + structure + "." + name);

    /// <summary>Collects the descriptions of the Chinese pages.</summary>
    public static ChineseTexts Of(IReadOnlyCollection<PageModel> pages, CancellationToken cancellationToken)
    {
        var texts = new ChineseTexts();
        foreach (ApiModel api in pages.SelectMany(static page => page.Apis).Where(static api => api.ChineseName is not null))
            texts._names.TryAdd(api.Name, api.ChineseName!);
        CatalogPage[] chinese = [.. pages.Where(static page => page.Apis.Any(static api => api.Language == PageLanguage.Chinese)).Select(CatalogPage.From)];
        if (chinese.Length == 0)
            return texts;
        CatalogModel catalog = TypeCatalog.Build(chinese, CatalogOptions.Default, cancellationToken);
        foreach (CatalogAction action in catalog.Actions)
        {
            texts.Add(action.Name, action.Description);
            foreach (CatalogMember parameter in action.Parameters)
                texts.Add(action.Name + "/" + parameter.Name, parameter.Description);
            foreach (CatalogMember field in action.Result)
                texts.Add(action.Name + ":" + field.Name, field.Description);
        }

        foreach (CatalogStructure structure in catalog.Structures)
        {
            texts.Add("." + structure.TypeName, structure.Description);
            foreach (CatalogMember field in structure.Members)
                texts.Add("." + structure.TypeName + "." + field.Name, field.Description);
        }

        return texts;
    }

    /// <summary>Gets whether a text contains ideographs.</summary>
    public static bool IsChinese(string? text) => text is not null && text.Any(static c => c is >= '\u2e80' and <= '\uffef');

    private void Add(string key, string? text)
    {
        if (IsChinese(text))
            _texts[key] = text!;
    }
}
