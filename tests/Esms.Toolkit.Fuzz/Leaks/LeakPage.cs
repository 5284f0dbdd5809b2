using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Leaks;

/// <summary>Help pages of the service that somebody has filled in.</summary>
internal sealed class LeakPage(Dice dice, PlantedSecrets secrets)
{
    public string Make() =>
        $"""
            Reference for http://api.esms.vn/MainService.svc/json/GetThing

            Url: http://api.esms.vn/MainService.svc/{dice.Pick(["json", "xml"])}/GetThing{Path()}?{secrets.Name()}={Uri.EscapeDataString(
                secrets.ByName()
            )}

            HTTP Method: {dice.Pick(["GET", "POST", "POST", secrets.ByLook()])}

            The following is an example request Xml body:

            <Thing>
              <ApiKey>{secrets.ByLook()}</ApiKey>
              <Pwd>{secrets.ByName()}</Pwd>
              <Note>{secrets.ByLook()}</Note>
            </Thing>

            The following is the request Xml Schema:

            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Thing"><xs:complexType><xs:sequence>
              <xs:element minOccurs="0" name="Note" type="{secrets.ByLook()}" />
            </xs:sequence></xs:complexType></xs:element></xs:schema>

            The following is an example response Json body:

            {'{'}
              "CodeResult":"100",
              "{secrets.Name()}":"{secrets.ByName()}",
              "Note":"{secrets.ByLook()}"
            {'}'}
            """;

    private string Path() => dice.Chance(40) ? $"/{secrets.ByLook()}/{secrets.ByLook()}" : string.Empty;
}
