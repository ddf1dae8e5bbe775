using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes the nested class <c>SystemTag</c>, whose methods create the system tags that an API accepts.</summary>
internal sealed class SystemTagEmitter(SourceWriter writer)
{
    private readonly AttributeEmitter _attributes = new(writer);

    public void Emit(EquatableArray<CatalogSystemTag> tags)
    {
        if (tags.Count == 0)
            return;
        writer.EndLine();
        writer.Line($"/// <summary>Creates the system tags that the API accepts.</summary>");
        writer.Line($"public static class SystemTag");
        writer.Open();
        for (int i = 0; i < tags.Count; i++)
        {
            if (i > 0)
                writer.EndLine();
            Tag(tags[i]);
        }

        writer.Close();
    }

    private void Tag(CatalogSystemTag tag)
    {
        writer.Add($"/// <summary>");
        if (string.IsNullOrWhiteSpace(tag.Description))
            writer.Add($"Creates the tag {new XmlCode(tag.Tag)}.");
        else
            writer.Add($"{new XmlText(tag.Description!)}");
        writer.Add($"</summary><remarks>{new XmlCode(tag.Tag)}.");
        if (StatedVersion.Describe(tag.Since) is { } since)
            writer.Add($" {new XmlText(since)}");
        writer.Line($"</remarks>");
        _attributes.Member(tag.Since, sinceOfType: null, tag.Description);
        writer.Add($"public static string {new Identifier(tag.Identifier)}(");
        for (int i = 0; i < tag.Parameters.Count; i++)
            writer.Add($"{Code.If(i > 0, $", ")}string {new Identifier(tag.Parameters[i])}");
        writer.Add($") => ");
        int next = 0;
        string text = "";
        bool any = false;
        for (int i = 0; i < tag.Parts.Count; i++)
        {
            text += i > 0 ? "::" : "";
            if (tag.Parts[i].Length > 0)
            {
                text += tag.Parts[i];
                continue;
            }

            if (text.Length > 0)
                writer.Add($"{Code.If(any, $" + ")}{new Literal(text)}");
            writer.Add($"{Code.If(any || text.Length > 0, $" + ")}{new Identifier(tag.Parameters[next++])}");
            any = true;
            text = "";
        }

        if (text.Length > 0 || !any)
            writer.Add($"{Code.If(any, $" + ")}{new Literal(text)}");
        writer.Line($";");
    }
}
