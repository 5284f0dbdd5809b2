using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The types that a contract declares: each a class or an enum, and its JSON code.</summary>
internal static class TypesEmitter
{
    public static void EmitClasses(SourceWriter writer, IEnumerable<TypeModel> types)
    {
        foreach (var type in types)
            ClassEmitter.EmitType(writer, type);
    }

    public static void EmitJson(SourceWriter writer, IEnumerable<TypeModel> types)
    {
        foreach (var type in types)
        {
            switch (type)
            {
                case ObjectModel { IsPositional: true } positions:
                    PositionsEmitter.Emit(writer, positions);
                    break;
                case ObjectModel model:
                    JsonEmitter.Emit(writer, model.Name, model.Fields, null);
                    break;
                case ChoiceModel choice:
                    ChoiceEmitter.Emit(writer, choice);
                    break;
            }
        }
    }
}
