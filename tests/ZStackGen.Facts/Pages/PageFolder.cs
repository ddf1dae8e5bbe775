using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Facts.Pages;

/// <summary>The pages of a specs folder by the APIs and structures that they describe.</summary>
internal sealed class PageFolder
{
    private readonly Dictionary<string, (string Path, PageModel Page)> _apis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Path, PageModel Page)> _types = new(StringComparer.Ordinal);
    private readonly string _root;

    private PageFolder(string root) => _root = root;

    /// <summary>Gets the described APIs.</summary>
    public IEnumerable<ApiModel> Apis => _apis.Values.SelectMany(static page => page.Page.Apis);

    /// <summary>Gets the described structures.</summary>
    public IEnumerable<StructureModel> Types => _types.Values.SelectMany(static page => page.Page.Types);

    /// <summary>Reads the pages below a folder.</summary>
    public static PageFolder Read(string root)
    {
        var folder = new PageFolder(root);
        if (!Directory.Exists(root))
            return folder;
        foreach (string file in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name is "README.md" or "glossary.md" || name.StartsWith('_'))
                continue;
            string path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
            PageModel page = SpecReader.Read(path, File.ReadAllText(file)).Page;
            foreach (ApiModel api in page.Apis)
                folder._apis.TryAdd(api.Name, (path, page));
            foreach (StructureModel type in page.Types)
            {
                if (type.Name is not null)
                    folder._types.TryAdd(type.Name, (path, page));
            }
        }

        return folder;
    }

    /// <summary>Returns the page of an API.</summary>
    public (string Path, PageModel Page)? Api(string name) => _apis.TryGetValue(name, out (string, PageModel) found) ? found : null;

    /// <summary>Returns the page of a structure.</summary>
    public (string Path, PageModel Page)? Type(string name) => _types.TryGetValue(name, out (string, PageModel) found) ? found : null;

    /// <summary>Adds or replaces a page, in memory.</summary>
    public void Put(string path, PageModel page)
    {
        foreach (ApiModel api in page.Apis)
            _apis[api.Name] = (path, page);
        foreach (StructureModel type in page.Types)
            _types[type.Name!] = (path, page);
    }

    /// <summary>Writes the page at a path.</summary>
    /// <returns>Whether the text changed.</returns>
    public bool Save(string path)
    {
        PageModel page = _apis.Values.Concat(_types.Values).First(entry => entry.Path == path).Page;
        string folder = Path.GetDirectoryName(path)!;
        string text = PageWriter.Write(page, type => _types.TryGetValue(type, out (string Path, PageModel Page) target) && target.Path != path
            ? Path.GetRelativePath(folder, target.Path).Replace(Path.DirectorySeparatorChar, '/')
            : null);
        string file = Path.Combine(_root, path);
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return true;
    }
}
