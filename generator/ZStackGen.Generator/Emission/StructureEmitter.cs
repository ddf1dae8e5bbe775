using System.Text;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes a structure.</summary>
internal sealed class StructureEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly MemberEmitter _members = new(writer, options);
    private readonly EnumerationEmitter _enumerations = new(writer, options);
    private readonly QueryEmitter _queries = new(writer);

    public void Emit(CatalogStructure structure)
    {
        StringBuilder text = writer.Line().Add("/// <summary>").Builder;
        if (string.IsNullOrWhiteSpace(structure.Description))
            text.Append("ZStack's <c>").Append(structure.TypeName).Append("</c>.");
        else
            XmlDoc.AppendText(text, structure.Description!);
        text.Append("</summary>");
        writer.End();
        if (SinceVersion.IsValid(structure.Since))
            writer.Line().Add("[ZStack::Since(\"").Add(structure.Since!).Add("\")]").End();
        writer.Line().Add(options.IsPublic ? "public" : "internal").Add(" partial class ").Add(structure.TypeName).Add(" : ")
            .Add(structure.Extends ?? "ZStack::ZStackStructure").End();
        writer.Open();
        var types = new TypeText(options, structure.Members, structure.HiddenTypes);
        foreach (CatalogMember member in structure.Members)
        {
            _members.Field(member, types);
            writer.Blank();
        }

        _members.ReadFactory(structure.TypeName, hidesBase: structure.Extends is not null, structure.Subclasses);
        if (structure.Members.Count > 0)
        {
            writer.Blank();
            _members.ReadMember(structure.Members, types);
            writer.Blank();
            _members.WriteMembers(structure.Members, hasBase: structure.Extends is not null);
        }

        _queries.Emit(structure);
        foreach (CatalogEnumeration enumeration in structure.Enumerations)
        {
            writer.Blank();
            _enumerations.Emit(enumeration, structure.TypeName);
        }

        writer.Close();
    }
}
