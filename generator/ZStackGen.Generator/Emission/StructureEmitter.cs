using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes a structure.</summary>
internal sealed class StructureEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly Documentation _documentation = new(writer);
    private readonly MemberEmitter _members = new(writer, options);
    private readonly EnumerationEmitter _enumerations = new(writer, options);
    private readonly QueryEmitter _queries = new(writer);

    public void Emit(CatalogStructure structure)
    {
        var name = new Identifier(structure.TypeName);
        _documentation.Structure(structure);
        if (MemberEmitter.Since(structure.Since) is { } since)
            writer.Line($"{since}");
        Code parent = structure.Extends is { } extended ? $"{new Identifier(extended)}" : RuntimeNames.Structure;
        writer.Line($"{Code.If(options.IsPublic, $"public", $"internal")} partial class {name} : {parent}");
        writer.Open();
        var types = new TypeText(options, structure.Members, structure.HiddenTypes);
        foreach (CatalogMember member in structure.Members)
        {
            _members.Field(member, types);
            writer.EndLine();
        }

        _members.ReadFactory(name, hidesBase: structure.Extends is not null, structure.Subclasses);
        if (structure.Members.Count > 0)
        {
            writer.EndLine();
            _members.ReadMember(structure.Members, types);
            writer.EndLine();
            _members.WriteMembers(structure.Members, hasBase: structure.Extends is not null);
        }

        _queries.Emit(structure);
        foreach (CatalogEnumeration enumeration in structure.Enumerations)
        {
            writer.EndLine();
            _enumerations.Emit(enumeration, structure.TypeName);
        }

        writer.Close();
    }
}
